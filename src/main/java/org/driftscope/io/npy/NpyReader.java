package org.driftscope.io.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;

/** Reads NPY files, versions 1.0 to 3.0, C and Fortran order, little and big endian. */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 20;

    private NpyReader() {}

    /** @throws DataFormatException if the file cannot be read or is not such an array */
    public static NpyArray read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Reads one array and demands that nothing follows it.
     *
     * @param in read to its end, not closed
     * @param name of the file or entry, for messages
     * @param limit most bytes the elements may take
     * @throws DataFormatException if it is damaged, truncated, above the limit, or holds other things than numbers
     */
    public static NpyArray read(InputStream in, String name, long limit) {
        try {
            NpyHeader header = NpyHeader.parse(headerText(in, name), name);
            if (header.bytes() > limit) {
                throw new DataFormatException(
                        name + " declares " + header.bytes() + " bytes of elements, above the limit" + " of " + limit
                                + ". Use fewer images or uint8 pixels.");
            }
            byte[] bytes = in.readNBytes(header.bytes());
            if (bytes.length < header.bytes() || in.read() >= 0) {
                String found = bytes.length < header.bytes() ? "only " + bytes.length + " follow" : "more follow";
                throw new DataFormatException(name + " should hold " + header.bytes() + " bytes of elements, but "
                        + found + ". The file is truncated or damaged: save it again.");
            }
            byte[] rowMajor = header.fortranOrder() ? toRowMajor(bytes, header) : bytes;
            return new NpyArray(
                    header.type(), header.shape(), ByteBuffer.wrap(rowMajor).order(header.order()));
        } catch (IOException e) {
            throw new DataFormatException(name + " is truncated or damaged. Save it again with NumPy.", e);
        }
    }

    private static String headerText(InputStream in, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new DataFormatException(name + " is not a NumPy array (NPY). Save it with np.save or np.savez.");
        }
        int version = in.read();
        int minor = in.read();
        if (version < 1 || version > 3 || minor != 0) {
            throw new DataFormatException(name + " has NPY version " + version + "." + minor
                    + "; versions 1.0 to 3.0 are read. Save it again with NumPy.");
        }
        long length = littleEndian(in, version == 1 ? 2 : 4);
        if (length > MAX_HEADER) {
            throw new DataFormatException(name + " has an NPY header of " + length + " bytes. The file is damaged.");
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new EOFException("the header is cut off");
        }
        return new String(header, StandardCharsets.UTF_8);
    }

    private static long littleEndian(InputStream in, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the header is cut off");
            }
            value |= (long) next << (8 * i);
        }
        return value;
    }

    /** Walks the elements in row-major order, keeping each index's place in the column-major file. */
    private static byte[] toRowMajor(byte[] columnMajor, NpyHeader header) {
        int width = header.type().bytes();
        int[] shape = header.shape();
        int[] strides = new int[shape.length];
        int stride = width;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        byte[] rowMajor = new byte[columnMajor.length];
        int[] index = new int[shape.length];
        int from = 0;
        for (int to = 0; to < rowMajor.length; to += width) {
            System.arraycopy(columnMajor, from, rowMajor, to, width);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                from -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return rowMajor;
    }
}
