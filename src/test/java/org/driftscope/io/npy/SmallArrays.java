package org.driftscope.io.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NumPy files built by hand for tests. */
public final class SmallArrays {
    private SmallArrays() {}

    /** An NPY file of 2 x 3 x 4 floats in Fortran order. */
    public static byte[] array() {
        return npy(1, dictionary("<f4", true, "(2, 3, 4)"), new byte[96]);
    }

    /** An NPZ file with images x and labels y. */
    public static byte[] archive() throws IOException {
        byte[] labels = npy(1, dictionary("<i8", false, "(2,)"), new byte[16]);
        return zip(Map.of("x.npy", array(), "y.npy", labels));
    }

    /** The bytes that NumPy would write, built by hand. */
    static byte[] npy(int version, String dictionary, byte[] elements) {
        byte[] header = dictionary.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(12 + header.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        out.put((byte) version).put((byte) 0);
        if (version == 1) {
            out.putShort((short) header.length);
        } else {
            out.putInt(header.length);
        }
        out.put(header).put(elements);
        return Arrays.copyOf(out.array(), out.position());
    }

    static String dictionary(String descr, boolean fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }\n";
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
