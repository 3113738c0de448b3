package org.driftscope.io.image;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.driftscope.support.DataFormatException;

/**
 * The first bytes of an IDX file of unsigned bytes: 0, 0, 8, number of sizes, then each size as big-endian int32.
 *
 * <p>Source: LeCun, Cortes, Burges, "The MNIST database", yann.lecun.com/exdb/mnist.
 *
 * @param count images or labels
 * @param height pixels; 1 for labels
 * @param width pixels; 1 for labels
 * @param bytes length of the header
 */
record IdxHeader(int count, int height, int width, int bytes) {
    static final int LONGEST = 16;
    private static final int UNSIGNED_BYTE = 8;
    private static final int IMAGE_SIZES = 3;
    private static final int LARGEST_SIDE = 8192;

    /**
     * Reads and checks a header.
     *
     * @param head the first 16 bytes, or all if there are fewer
     */
    static IdxHeader parse(Path file, byte[] head) {
        int sizes = head.length < Integer.BYTES ? 0 : head[3];
        int bytes = Integer.BYTES * (sizes + 1);
        if (sizes != 1 && sizes != IMAGE_SIZES || head[0] != 0 || head[1] != 0 || head[2] != UNSIGNED_BYTE) {
            throw new DataFormatException(
                    file + " is not an IDX file of unsigned bytes with 1 size (labels) or 3 (images)."
                            + " Give files as MNIST has them.");
        }
        if (head.length < bytes) {
            throw new DataFormatException(file + " is cut off in its header, after " + head.length + " of " + bytes
                    + " bytes. Fetch the file again.");
        }
        ByteBuffer in = ByteBuffer.wrap(head, Integer.BYTES, bytes - Integer.BYTES);
        IdxHeader header = sizes == 1
                ? new IdxHeader(in.getInt(), 1, 1, bytes)
                : new IdxHeader(in.getInt(), in.getInt(), in.getInt(), bytes);
        header.requirePossible(file);
        return header;
    }

    boolean images() {
        return bytes == LONGEST;
    }

    int itemBytes() {
        return height * width;
    }

    /** Length of the whole file. */
    long fileBytes() {
        return bytes + (long) count * itemBytes();
    }

    /** The error for a file that ends too early. @param present bytes that were there, header included */
    DataFormatException cutOff(Path file, long present) {
        long item = Math.max(0, present - bytes) / itemBytes() + 1;
        return new DataFormatException(file + " is cut off in " + (images() ? "image " : "label ") + item + " of "
                + count + ". Fetch the file again.");
    }

    DataFormatException tooLong(Path file) {
        return new DataFormatException(file + " goes on after the " + count + " items of " + height + "x" + width
                + " that its header announces. The file is damaged; fetch it again.");
    }

    private void requirePossible(Path file) {
        if (count < 1 || height < 1 || width < 1 || height > LARGEST_SIDE || width > LARGEST_SIDE) {
            throw new DataFormatException(file + " announces " + count + " items of " + height + "x" + width
                    + " in its header, which cannot be. The file is damaged; fetch it again.");
        }
    }
}
