package org.driftscope.io.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;

/** Bytes that can be read from any place by several threads at once. */
interface PixelBytes {
    /** Fills {@code target} with the bytes from {@code position} on. */
    void read(long position, byte[] target);

    /** Bytes that are in memory already. */
    static PixelBytes of(byte[] bytes) {
        return (position, target) -> System.arraycopy(bytes, Math.toIntExact(position), target, 0, target.length);
    }

    /**
     * Bytes of a file, read as they are asked for, so that memory does not grow with the file. The file stays open for
     * as long as the result is reachable.
     *
     * <p>A RandomAccessFile because, unlike a channel, it survives the interruption of a reading thread.
     */
    static PixelBytes of(Path file) throws IOException {
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "r");
        return (position, target) -> {
            synchronized (open) {
                try {
                    open.seek(position);
                    open.readFully(target);
                } catch (EOFException e) {
                    throw new DataFormatException(
                            file + " became shorter while it was in use: nothing at byte " + position
                                    + ". Restore the file and open it again.",
                            e);
                } catch (IOException e) {
                    throw new DataFormatException(
                            file + " could not be read at byte " + position + ": " + IoReason.of(e) + ".", e);
                }
            }
        };
    }
}
