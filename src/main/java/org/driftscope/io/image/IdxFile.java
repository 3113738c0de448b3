package org.driftscope.io.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.support.DataFormatException;

/**
 * An IDX file, plain or gz, its length checked against its header.
 *
 * @param path where it came from
 * @param header what it announces
 * @param content all bytes, header included; from the file where it is plain, from memory where it was gz
 */
record IdxFile(Path path, IdxHeader header, PixelBytes content) {
    /** Deflate cannot shrink anything more than this. Source: zlib, "An explanation of the deflate algorithm". */
    private static final long HIGHEST_RATIO = 1032;

    private static final long LARGEST_UNPACKED = 512L << 20;
    private static final int CHUNK = 1 << 16;

    /** @throws DataFormatException if it is cut off, too long, no IDX, or unpacks to more than 512 MiB */
    static IdxFile open(Path path) throws IOException {
        return FileKind.of(path) == FileKind.GZIP ? unpack(path) : openPlain(path);
    }

    /** What a gz file holds, told from its first bytes. */
    static FileKind kindInside(Path gz) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gz))) {
            return FileKind.of(in.readNBytes(FileKind.HEAD));
        } catch (EOFException | ZipException e) {
            throw damaged(gz, e);
        }
    }

    private static IdxFile openPlain(Path path) throws IOException {
        IdxHeader header;
        try (InputStream in = Files.newInputStream(path)) {
            header = IdxHeader.parse(path, in.readNBytes(IdxHeader.LONGEST));
        }
        long size = Files.size(path);
        if (size < header.fileBytes()) {
            throw header.cutOff(path, size);
        }
        if (size > header.fileBytes()) {
            throw header.tooLong(path);
        }
        return new IdxFile(path, header, PixelBytes.of(path));
    }

    private static IdxFile unpack(Path path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path), CHUNK)) {
            byte[] head = in.readNBytes(IdxHeader.LONGEST);
            IdxHeader header = IdxHeader.parse(path, head);
            requireReasonable(path, header);
            byte[] all = Arrays.copyOf(head, Math.toIntExact(header.fileBytes()));
            fill(path, header, in, all, Math.min(head.length, all.length));
            if (head.length > all.length || in.read() >= 0) {
                throw header.tooLong(path);
            }
            return new IdxFile(path, header, PixelBytes.of(all));
        } catch (EOFException | ZipException e) {
            throw damaged(path, e);
        }
    }

    /** Checked before any memory is taken: the header may promise anything. */
    private static void requireReasonable(Path path, IdxHeader header) throws IOException {
        if (header.fileBytes() > LARGEST_UNPACKED) {
            throw new DataFormatException(path + " unpacks to " + (header.fileBytes() >> 20)
                    + " MiB; at most 512 are unpacked in memory. Unpack it with gunzip and give the plain file.");
        }
        long size = Files.size(path);
        if (header.fileBytes() > size * HIGHEST_RATIO) {
            throw new DataFormatException(path + " announces " + header.count() + " items of " + header.height() + "x"
                    + header.width() + ", which its " + size + " bytes cannot hold. Fetch the file again.");
        }
    }

    private static void fill(Path path, IdxHeader header, InputStream in, byte[] all, int from) throws IOException {
        int at = from;
        try {
            while (at < all.length) {
                int read = in.read(all, at, Math.min(CHUNK, all.length - at));
                if (read < 0) {
                    throw header.cutOff(path, at);
                }
                at += read;
            }
        } catch (EOFException e) {
            throw header.cutOff(path, at);
        }
    }

    private static DataFormatException damaged(Path path, IOException e) {
        return new DataFormatException(
                path + " cannot be unpacked: the gzip data are cut off or damaged. Fetch the file again.", e);
    }
}
