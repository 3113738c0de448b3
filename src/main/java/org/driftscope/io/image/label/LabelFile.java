package org.driftscope.io.image.label;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Labels of the images of one folder: lines of {@code file,label} or {@code file label}, or ImageNet's ground truth, a
 * number a line in the order of the files' names. A label is a class's number from 0, its WordNet id or its name.
 */
public final class LabelFile {
    private static final List<String> NAMES =
            List.of("labels.csv", "labels.txt", "val.csv", "val.txt", "ILSVRC2012_validation_ground_truth.txt");
    private static final long MOST_BYTES = 64L << 20;
    private static final String GROUND_TRUTH = "ground_truth";

    private final Path file;
    private final List<String> lines;
    private final @Nullable ClassList classes;

    private LabelFile(Path file, List<String> lines, @Nullable ClassList classes) {
        this.file = file;
        this.lines = lines;
        this.classes = classes;
    }

    /** In the folder, or beside it. */
    public static Optional<LabelFile> find(Path root, Optional<ClassList> classes) throws IOException {
        Path absolute = root.toAbsolutePath();
        for (String name : NAMES) {
            for (Path file : List.of(absolute.resolve(name), absolute.resolveSibling(name))) {
                if (Files.isRegularFile(file)) {
                    return Optional.of(new LabelFile(file, read(file), classes.orElse(null)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new DataFormatException(file + " is too long for a list of labels; remove or shorten it.");
        }
        try {
            return Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (MalformedInputException e) {
            throw new DataFormatException(file + " is not UTF-8 text; write lines of file,label.", e);
        }
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** Whether a file is this one. */
    public boolean is(Path other) {
        return other.toAbsolutePath().equals(file);
    }

    /** The labels of pictures, which are sorted by name. @throws DataFormatException if one has none, with its line */
    public int[] of(List<Path> pictures) {
        return name().contains(GROUND_TRUTH) ? inOrder(pictures) : byName(pictures);
    }

    /** The challenge numbers its classes in an order of its own, from 1; outputs of networks follow the sorted ids. */
    private int[] inOrder(List<Path> pictures) {
        if (lines.size() != pictures.size()) {
            throw new DataFormatException(file + " has " + lines.size() + " labels for " + pictures.size()
                    + " images. Both must be as they were published.");
        }
        ClassList known = classes;
        if (known == null || !known.ids().get(0).matches("n\\d{8}")) {
            throw new DataFormatException(
                    file + " numbers the classes in the challenge's own order, which is not that of"
                            + " a network's outputs. Put the WordNet ids in the challenge's order beside it as synsets.txt, or"
                            + " give a labels.csv with lines of file,label.");
        }
        String[] sorted = known.ids().toArray(new String[0]);
        Arrays.sort(sorted);
        int[] labels = new int[pictures.size()];
        for (int i = 0; i < labels.length; i++) {
            int number = number(lines.get(i), i + 1);
            if (number < 1 || number > known.size()) {
                throw at(i + 1, "'" + lines.get(i) + "' is no class from 1 to " + known.size());
            }
            labels[i] = Arrays.binarySearch(sorted, known.ids().get(number - 1));
        }
        return labels;
    }

    private int[] byName(List<Path> pictures) {
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("[,;\\t ]+", 2);
            if (parts.length < 2) {
                throw at(i + 1, "expected file,label, found '" + lines.get(i) + "'");
            }
            if (i == 0 && isHeading(parts[1])) {
                continue;
            }
            String path = parts[0].replace('\\', '/');
            labels.put(path.substring(path.lastIndexOf('/') + 1), label(parts[1], i + 1));
        }
        return pictures.stream().mapToInt(picture -> labelOf(picture, labels)).toArray();
    }

    private int labelOf(Path picture, Map<String, Integer> labels) {
        Integer label = labels.get(FileKind.nameOf(picture));
        if (label == null) {
            throw new DataFormatException(
                    file + " has no label for " + picture.getFileName() + ". Add it, or take the picture away.");
        }
        return label;
    }

    private boolean isHeading(String word) {
        ClassList known = classes;
        return !word.strip().matches("\\d+")
                && (known == null || known.find(word).isEmpty());
    }

    private int label(String word, int line) {
        ClassList known = classes;
        if (known == null) {
            return number(word.strip(), line);
        }
        OptionalInt label = known.find(word);
        if (label.isEmpty()) {
            throw at(line, "'" + word + "' is none of the " + known.size() + " classes of the list beside it");
        }
        return label.getAsInt();
    }

    private int number(String word, int line) {
        if (!word.matches("\\d{1,6}")) {
            throw at(line, "'" + word + "' is no class number; names need a list of classes beside the folder");
        }
        return Integer.parseInt(word);
    }

    private DataFormatException at(int line, String what) {
        return new DataFormatException(file + ", line " + line + ": " + what + ".");
    }
}
