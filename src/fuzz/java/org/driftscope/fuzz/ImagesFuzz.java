package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.ImageReader;

/** Image sets: raw bytes, and entries of NPZ or IDX packed as they should be, so that the fuzzer gets past the packing. */
public final class ImagesFuzz {
    private static final ScratchFile FILE = new ScratchFile("images");
    private static final int MOST_ENTRIES = 4;
    private static final int CIFAR_10 = 3073;
    private static final int CIFAR_100 = 3074;

    private ImagesFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] bytes =
                switch (data.consumeInt(0, 4)) {
                    case 0 -> data.consumeRemainingAsBytes();
                    case 1 -> cifar(data);
                    case 2, 3 -> npz(data);
                    default -> gz(data.consumeRemainingAsBytes());
                };
        FILE.readWith(bytes, ImagesFuzz::readAll);
    }

    private static void readAll() {
        ImageSource images = ImageReader.open(FILE.path());
        int size = images.channels() * images.height() * images.width();
        float[] pixels = new float[size];
        for (int i = 0; i < Math.min(images.count(), MOST_ENTRIES); i++) {
            images.read(i, pixels, 0);
            images.label(i);
        }
    }

    /** Records of CIFAR-10 or CIFAR-100 with the labels of the data, now and then a byte too long. */
    private static byte[] cifar(FuzzedDataProvider data) {
        int record = data.consumeBoolean() ? CIFAR_10 : CIFAR_100;
        byte[] bytes = new byte[record * data.consumeInt(1, 2) + (data.consumeInt(0, 9) == 0 ? 1 : 0)];
        for (int at = 0; at < bytes.length; at += record) {
            bytes[at] = data.consumeByte();
        }
        return bytes;
    }

    private static byte[] npz(FuzzedDataProvider data) {
        return packed(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                int entries = data.consumeInt(1, MOST_ENTRIES);
                for (int i = 0; i < entries; i++) {
                    String name = i == 0 ? "x.npy" : i == 1 ? "y.npy" : data.consumeAsciiString(8) + i;
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(array(data));
                    zip.closeEntry();
                }
            }
        });
    }

    /** A header that parses, over numbers that may or may not be there. */
    private static byte[] array(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return data.consumeBytes(200);
        }
        String type = data.pickValue(new String[] {"|u1", "<f4", "<f8", "<i8", "<i4", ">f4", "|b1", "<U3", "|O"});
        StringBuilder shape = new StringBuilder();
        int axes = data.consumeInt(0, 5);
        for (int i = 0; i < axes; i++) {
            shape.append(data.consumeInt(-1, 12)).append(", ");
        }
        String header = "{'descr': '" + type + "', 'fortran_order': " + (data.consumeBoolean() ? "True" : "False")
                + ", 'shape': (" + shape + "), }\n";
        return packed(out -> {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
            out.write(header.length() & 0xff);
            out.write(header.length() >> 8);
            out.write(header.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.write(data.consumeBytes(data.consumeInt(0, 400)));
        });
    }

    private static byte[] gz(byte[] bytes) {
        return packed(out -> {
            try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
                gz.write(bytes);
            }
        });
    }

    /** Puts out bytes. */
    private interface Packer {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packer packer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            packer.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
