package org.driftscope.io.image.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.support.DataFormatException;

/** Finds the names of classes: in a text file beside the images, or bundled, or numbered. */
public final class ClassNames {
    private static final String SUFFIX = ".classes.txt";
    private static final int MAX_BYTES = 1 << 20;

    private ClassNames() {}

    /**
     * Names from the text file beside an image file, one a line: the {@code X.classes.txt} whose X is the longest
     * beginning of the image file's name, else the one the published archive has.
     *
     * @param published that file's name; "" if there is none
     */
    public static Optional<List<String>> beside(Path file, String published) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Optional<Path> sidecar = longestMatch(folder, FileKind.nameOf(file));
        if (sidecar.isEmpty() && !published.isEmpty()) {
            sidecar = Optional.of(folder.resolve(published)).filter(Files::isRegularFile);
        }
        return sidecar.isEmpty() ? Optional.empty() : Optional.of(read(sidecar.get()));
    }

    /** The names that come with the program. @param set "cifar10" or "cifar100" */
    public static List<String> bundled(String set) {
        String resource = set + SUFFIX;
        try (InputStream in = Objects.requireNonNull(ClassNames.class.getResourceAsStream(resource), resource)) {
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    /** "class 0", "class 1" and so on. */
    public static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }

    private static Optional<Path> longestMatch(Path folder, String imageFile) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> FileKind.nameOf(path).endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .filter(path -> imageFile.startsWith(stem(path)))
                    .max(Comparator.comparingInt(path -> stem(path).length()));
        }
    }

    private static String stem(Path sidecar) {
        String name = FileKind.nameOf(sidecar);
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The lines of a list of classes. */
    static List<String> read(Path sidecar) throws IOException {
        if (Files.size(sidecar) > MAX_BYTES) {
            throw new DataFormatException(sidecar + " is too long for a list of class names; remove or shorten it.");
        }
        try {
            List<String> names = lines(Files.readString(sidecar));
            if (names.isEmpty()) {
                throw new DataFormatException(
                        sidecar + " holds no class names; write one name a line, or remove the file.");
            }
            return names;
        } catch (MalformedInputException e) {
            throw new DataFormatException(sidecar + " is not UTF-8 text; write one class name a line.", e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
