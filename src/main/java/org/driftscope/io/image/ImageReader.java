package org.driftscope.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ResizedImages;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;

/** Opens a set of labelled images, telling the format from the content. */
public final class ImageReader {
    private ImageReader() {}

    /** As {@link #open(Path, ImageOptions)} where nothing is known of the network. */
    public static ImageSource open(Path path) {
        return open(path, ImageOptions.none());
    }

    /**
     * Opens a file or folder. CIFAR and plain IDX files and folders are read as images are asked for; gz and NPZ files
     * are unpacked into memory. Images that do not have the network's size are resized and cropped where the
     * preprocessing is "imagenet", asked for or suggested, and where a folder's images differ in size.
     *
     * @throws DataFormatException if it is not there, not an image set, or damaged
     */
    public static ImageSource open(Path path, ImageOptions options) {
        return reading(path, () -> {
            if (Files.isDirectory(path)) {
                return FolderReader.open(path, options);
            }
            String refusal = InputFiles.refusal(path, "an image set");
            if (!refusal.isEmpty()) {
                throw new DataFormatException(path + refusal);
            }
            return cropped(openFile(path), options);
        });
    }

    /**
     * Opens IDX images with labels that do not lie beside them.
     *
     * @param images IDX, plain or gz
     * @param labels IDX, plain or gz
     */
    public static ImageSource open(Path images, Path labels, ImageOptions options) {
        return reading(images, () -> cropped(IdxReader.open(images, labels), options));
    }

    private static ImageSource cropped(ImageSource source, ImageOptions options) {
        return options.cropping(source.suggestedPreprocessing(), source.height(), source.width())
                ? new ResizedImages(source, options.crop())
                : source;
    }

    private static ImageSource openFile(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind.refused()) {
            throw new DataFormatException(file + " " + kind.refusal());
        }
        return switch (kind) {
            case GZIP -> openGzip(file);
            case ZIP -> NpzImageReader.open(file);
            case IDX -> looksLikeCifar(file) ? CifarReader.open(file) : IdxReader.open(file);
            default -> CifarReader.open(file);
        };
    }

    /** A CIFAR file may by chance begin as IDX does (label 0, pixels 0, 8, 3); its length then tells. */
    private static boolean looksLikeCifar(Path file) throws IOException {
        if (!CifarReader.fits(Files.size(file))) {
            return false;
        }
        try {
            IdxFile.open(file);
            return false;
        } catch (DataFormatException e) {
            return true;
        }
    }

    private static ImageSource openGzip(Path file) throws IOException {
        FileKind inside = IdxFile.kindInside(file);
        if (inside == FileKind.IDX) {
            return IdxReader.open(file);
        }
        throw new DataFormatException(file + " is compressed, and what is inside is no IDX file. "
                + (inside == FileKind.TAR
                        ? "Unpack the archive and give one of the files in it, such as test_batch.bin."
                        : "Unpack it with gunzip and give the file itself, if it holds images."));
    }

    private interface Reading {
        ImageSource open() throws IOException;
    }

    private static ImageSource reading(Path path, Reading reading) {
        try {
            return reading.open();
        } catch (IOException e) {
            throw new DataFormatException(path + " could not be read: " + IoReason.of(e) + ".", e);
        }
    }
}
