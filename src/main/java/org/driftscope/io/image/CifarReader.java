package org.driftscope.io.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.io.image.label.ClassNames;
import org.driftscope.support.DataFormatException;

/** Reads CIFAR-10 and CIFAR-100 binary files; tells them apart by length and labels, since they have no signature. */
final class CifarReader {
    private final Path file;
    private final long size;

    private CifarReader(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
    }

    /** @throws DataFormatException if the file has neither layout, is cut off or holds an impossible label */
    static ImageSource open(Path file) throws IOException {
        return new CifarReader(file).open();
    }

    /** Whether the length is a whole number of records of either layout. */
    static boolean fits(long size) {
        return size > 0
                && (size % CifarFormat.CIFAR10.recordBytes() == 0 || size % CifarFormat.CIFAR100.recordBytes() == 0);
    }

    private ImageSource open() throws IOException {
        boolean ten = size % CifarFormat.CIFAR10.recordBytes() == 0;
        boolean hundred = size % CifarFormat.CIFAR100.recordBytes() == 0;
        if (!ten && !hundred) {
            throw cutOff();
        }
        if (ten && hundred) {
            LabelScan scan = scan(CifarFormat.CIFAR10);
            return scan.badRecord() < 0 ? images(CifarFormat.CIFAR10, scan) : images(CifarFormat.CIFAR100);
        }
        return images(ten ? CifarFormat.CIFAR10 : CifarFormat.CIFAR100);
    }

    private ImageSource images(CifarFormat format) throws IOException {
        LabelScan scan = scan(format);
        if (scan.badRecord() >= 0) {
            throw new DataFormatException(file + ": record " + (scan.badRecord() + 1) + " of " + scan.labels().length
                    + " has label " + scan.labels()[scan.badRecord()] + ", but the labels of this " + format.title()
                    + " file must be 0 to " + (scan.classes() - 1)
                    + ". The file is damaged or of another kind; fetch it again.");
        }
        return images(format, scan);
    }

    private ImageSource images(CifarFormat format, LabelScan scan) throws IOException {
        SetDescription description = new SetDescription(
                FileKind.nameOf(file),
                CifarFormat.CHANNELS,
                CifarFormat.SIDE,
                CifarFormat.SIDE,
                scan.labels(),
                names(format),
                format.key(),
                Sha256.of(List.of(file)),
                List.of());
        return new PackedImages(description, PixelBytes.of(file), format.labelBytes(), format.recordBytes());
    }

    /** More classes than the published set has are fine where the file beside it names them. */
    private List<String> names(CifarFormat format) throws IOException {
        return ClassNames.beside(file, format.namesFile()).orElseGet(() -> ClassNames.bundled(format.key()));
    }

    /** The error for a length that fits neither layout: cut off if what is there looks right, else foreign. */
    private DataFormatException cutOff() throws IOException {
        for (CifarFormat format : CifarFormat.values()) {
            LabelScan scan = scan(format);
            int complete = scan.labels().length;
            if (complete > 0 && scan.badRecord() < 0) {
                return new DataFormatException(file + " is cut off: record " + (complete + 1) + " has only "
                        + size % format.recordBytes() + " of the " + format.recordBytes() + " bytes of a "
                        + format.title() + " record. Fetch the file again.");
            }
        }
        return new DataFormatException(file + " is not an image set that Driftscope knows: " + size
                + " bytes are no whole number of CIFAR-10 (3073) or CIFAR-100 (3074) records, and there is no IDX, NPZ"
                + " or gzip signature. Give CIFAR binary, IDX, NPZ, or a folder with one sub-folder a class.");
    }

    private LabelScan scan(CifarFormat format) throws IOException {
        int[] labels = new int[Math.toIntExact(size / format.recordBytes())];
        int classes = names(format).size();
        int bad = -1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int i = 0; i < labels.length; i++) {
                in.skipNBytes(format.labelBytes() - 1);
                labels[i] = in.read();
                in.skipNBytes(format.recordBytes() - format.labelBytes());
                if (bad < 0 && (labels[i] < 0 || labels[i] >= classes)) {
                    bad = i;
                }
            }
        }
        return new LabelScan(labels, classes, bad);
    }

    /**
     * The labels of all complete records.
     *
     * @param badRecord the first one with an impossible label, from 0; -1 if all are possible
     */
    private record LabelScan(int[] labels, int classes, int badRecord) {}
}
