package org.driftscope.io.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.driftscope.support.DataFormatException;

/** Reads NPZ files: zip archives of NPY arrays, as np.savez and np.savez_compressed write them. */
public final class NpzReader {
    /** Most bytes that all arrays of one file may take together, unless another limit is given. */
    public static final long DEFAULT_LIMIT = 1L << 30;

    private static final String SUFFIX = ".npy";
    private static final int MAX_ENTRIES = 1024;
    /** Drawn shapes on an empty ground, as numbers of eight bytes, shrink to a hundredth. */
    private static final int MOST_SHRINKING = 250;
    /** Less than this is harmless however small it was packed. */
    private static final long HARMLESS = 64L << 20;

    private NpzReader() {}

    /** As {@link #read(Path, long)} with {@link #DEFAULT_LIMIT}. */
    public static Map<String, NpyArray> read(Path file) {
        return read(file, DEFAULT_LIMIT);
    }

    /**
     * Reads all arrays. Entries that are not arrays, or whose names hold folders, are ignored.
     *
     * @param limit most bytes that all arrays may take together once unpacked
     * @return arrays by name without ".npy", sorted by name
     * @throws DataFormatException if the archive or an array is damaged, or the limit is passed
     */
    public static Map<String, NpyArray> read(Path file, long limit) {
        return read(file, limit, NpzReader::isFlat);
    }

    /**
     * Reads some arrays.
     *
     * @param limit most bytes that they may take together once unpacked
     * @param wanted asked for each array's name without ".npy"; names may hold folders
     * @return arrays by name, sorted by name
     * @throws DataFormatException if the archive or one of them is damaged, or the limit is passed
     */
    public static Map<String, NpyArray> read(Path file, long limit, Predicate<String> wanted) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new DataFormatException(file + " has " + zip.size() + " entries; at most " + MAX_ENTRIES + ".");
            }
            Map<String, NpyArray> arrays = new TreeMap<>();
            long left = limit;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().endsWith(SUFFIX) || !wanted.test(name(entry))) {
                    continue;
                }
                NpyArray array = readEntry(file, zip, entry, left);
                left -= (long) array.size() * array.type().bytes();
                arrays.put(name(entry), array);
            }
            return arrays;
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException: entry names that are not valid text
            throw unreadable(file, e);
        }
    }

    /** Names of all arrays, without reading them. @throws DataFormatException if the archive is damaged */
    public static Set<String> names(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(SUFFIX))
                    .map(NpzReader::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /** A text beside the arrays; empty where there is none of that name. @param limit most bytes it may take */
    public static Optional<String> text(Path file, String name, int limit) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            byte[] bytes = zip.getInputStream(entry).readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new DataFormatException(file + " (" + name + ") is longer than " + limit
                        + " bytes. The file is damaged: save it again.");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static DataFormatException unreadable(Path file, Exception cause) {
        return new DataFormatException(
                file
                        + " is not a readable NPZ archive: it is truncated, damaged or of another format. Save it again"
                        + " with np.savez.",
                cause);
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    private static boolean isFlat(String name) {
        return !name.contains("/") && !name.contains("\\");
    }

    private static NpyArray readEntry(Path file, ZipFile zip, ZipEntry entry, long limit) throws IOException {
        String name = file + " (" + entry.getName() + ")";
        InputStream packed = zip.getInputStream(entry);
        if (packed == null) {
            throw new IOException("an entry is missing");
        }
        long most = Math.min(limit, plausible(file, name, entry));
        try (CheckedInputStream in = new CheckedInputStream(packed, new CRC32())) {
            NpyArray array = NpyReader.read(in, name, most);
            if (entry.getCrc() >= 0 && in.getChecksum().getValue() != entry.getCrc()) {
                throw new DataFormatException(name + " fails its checksum. The file is damaged: save it again.");
            }
            return array;
        }
    }

    /** The most that an entry may unpack to: a small file that fills the memory holds one number over and over. */
    private static long plausible(Path file, String name, ZipEntry entry) throws IOException {
        long packed = Math.min(entry.getCompressedSize(), Files.size(file));
        long most = Math.max(HARMLESS, MOST_SHRINKING * packed);
        if (entry.getSize() > most) {
            throw new DataFormatException(name + " unpacks from " + packed + " to " + entry.getSize()
                    + " bytes, which no measured numbers do. The file is damaged or holds nothing: save it again.");
        }
        return most;
    }
}
