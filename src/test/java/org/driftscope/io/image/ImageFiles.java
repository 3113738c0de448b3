package org.driftscope.io.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes small files of every format for tests. */
final class ImageFiles {
    private ImageFiles() {}

    /** Image i has label i % 10 and the pixels (i + place) % 256. */
    static byte[] cifar10(int count) {
        return cifar(count, 1, 10);
    }

    /** Image i has coarse label i % 20, fine label i % 100 and the pixels (i + place) % 256. */
    static byte[] cifar100(int count) {
        return cifar(count, 2, 100);
    }

    private static byte[] cifar(int count, int labelBytes, int classes) {
        ByteBuffer out = ByteBuffer.allocate(count * (labelBytes + 3072));
        for (int i = 0; i < count; i++) {
            if (labelBytes == 2) {
                out.put((byte) (i % 20));
            }
            out.put((byte) (i % classes));
            for (int p = 0; p < 3072; p++) {
                out.put((byte) (i + p));
            }
        }
        return out.array();
    }

    /** Pixels count up through the whole file. */
    static byte[] idxImages(int count, int height, int width) {
        ByteBuffer out = ByteBuffer.allocate(16 + count * height * width);
        out.putInt(0x803).putInt(count).putInt(height).putInt(width);
        for (int i = 0; out.hasRemaining(); i++) {
            out.put((byte) i);
        }
        return out.array();
    }

    static byte[] idxLabels(int count, int classes) {
        ByteBuffer out = ByteBuffer.allocate(8 + count);
        out.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            out.put((byte) (i % classes));
        }
        return out.array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        }
        return out.toByteArray();
    }

    /** An NPY file, version 1.0, as the NumPy documentation describes it. */
    static byte[] npy(String type, String shape, byte[] elements) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        header = header + " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        ByteBuffer out =
                ByteBuffer.allocate(10 + header.length() + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
        out.putShort((short) header.length());
        out.put(header.getBytes(StandardCharsets.US_ASCII)).put(elements);
        return out.array();
    }

    /** @param arrays NPY files by name without ".npy" */
    static byte[] npz(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A picture whose pixel (x, y) has red x, green y, blue 200; or grey x + y. */
    static Path picture(Path file, int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(x, y, 0, x + y);
                } else {
                    image.setRGB(x, y, 0xFF000000 | x << 16 | y << 8 | 200);
                }
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        String name = file.toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }
}
