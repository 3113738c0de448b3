package org.driftscope.io.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes arrays as an NPZ file, one at a time, as NumPy reads them ({@code np.load}). Source: NumPy, numpy.lib.format,
 * version 1.0. The same arrays give the same bytes.
 */
public final class NpzWriter {
    /** Where the data begin is a multiple of it. */
    private static final int ALIGNMENT = 64;

    /** Magic, version and the header's length. */
    private static final int PREFIX = 10;

    private final ZipOutputStream zip;

    public NpzWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /**
     * Adds an array of single precision.
     *
     * @param name as NumPy gives it back
     * @param values row by row
     * @param shape sizes, outermost first
     */
    public void put(String name, float[] values, int... shape) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        put(name, "<f4", data.array(), shape);
    }

    /** Adds an array of truth values. */
    public void put(String name, boolean[] values, int... shape) throws IOException {
        byte[] data = new byte[values.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (values[i] ? 1 : 0);
        }
        put(name, "|b1", data, shape);
    }

    /** Adds a text, which NumPy gives back as bytes. */
    public void putText(String name, String text) throws IOException {
        entry(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void put(String name, String type, byte[] data, int[] shape) throws IOException {
        if (IntStream.of(shape).asLongStream().reduce(1, Math::multiplyExact) * (type.equals("|b1") ? 1 : Float.BYTES)
                != data.length) {
            throw new IllegalArgumentException(name + ": " + data.length + " bytes for another shape");
        }
        entry(name + ".npy");
        zip.write(header(type, shape));
        zip.write(data);
        zip.closeEntry();
    }

    /** Always of one moment, so that equal arrays are equal files. */
    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static byte[] header(String type, int[] shape) {
        String sizes = IntStream.of(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        String words = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int length = words.length() + 1;
        int padding = (ALIGNMENT - (PREFIX + length) % ALIGNMENT) % ALIGNMENT;
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + length + padding).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (length + padding))
                .put(words.getBytes(StandardCharsets.US_ASCII))
                .put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII))
                .put((byte) '\n');
        return bytes.array();
    }

    /** Writes what readers look for at the end; the stream below stays open. */
    public void finish() throws IOException {
        zip.finish();
    }
}
