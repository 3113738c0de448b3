package org.driftscope.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.io.image.label.ClassNames;
import org.driftscope.support.DataFormatException;

/** Reads IDX images with the labels file that belongs to them. */
final class IdxReader {
    private static final String IMAGES = "images";
    private static final String LABELS = "labels";
    private static final String GZ = ".gz";

    private IdxReader() {}

    /** @param either the images or the labels; the other is looked for beside it */
    static ImageSource open(Path either) throws IOException {
        IdxFile given = IdxFile.open(either);
        if (given.header().images()) {
            return open(given, IdxFile.open(partner(either, IMAGES, "idx3", LABELS, "idx1")));
        }
        return open(IdxFile.open(partner(either, LABELS, "idx1", IMAGES, "idx3")), given);
    }

    static ImageSource open(Path images, Path labels) throws IOException {
        return open(IdxFile.open(images), IdxFile.open(labels));
    }

    private static ImageSource open(IdxFile images, IdxFile labels) throws IOException {
        requireRoles(images, labels);
        IdxHeader header = images.header();
        int[] classes = labels(labels);
        Optional<List<String>> names = ClassNames.beside(images.path(), "");
        names.ifPresent(known -> requireBelow(known.size(), classes, labels.path()));
        int highest = Arrays.stream(classes).max().orElse(0);
        SetDescription description = new SetDescription(
                FileKind.nameOf(images.path()),
                1,
                header.height(),
                header.width(),
                classes,
                names.orElseGet(() -> ClassNames.numbered(highest + 1)),
                Suggestion.forShape(1, header.height(), header.width()),
                Sha256.of(List.of(images.path(), labels.path())),
                List.of());
        return new PackedImages(description, images.content(), header.bytes(), header.itemBytes());
    }

    private static void requireRoles(IdxFile images, IdxFile labels) {
        if (!images.header().images() || labels.header().images()) {
            throw new DataFormatException(images.path() + " and " + labels.path()
                    + " are not IDX images (3 sizes) and IDX labels (1 size). Give one of each.");
        }
        if (images.header().count() != labels.header().count()) {
            throw new DataFormatException(
                    images.path() + " has " + images.header().count() + " images, but " + labels.path() + " has "
                            + labels.header().count() + " labels. Give files of the same set.");
        }
    }

    private static int[] labels(IdxFile file) {
        byte[] bytes = new byte[file.header().count()];
        file.content().read(file.header().bytes(), bytes);
        int[] labels = new int[bytes.length];
        Arrays.setAll(labels, i -> bytes[i] & 0xFF);
        return labels;
    }

    private static void requireBelow(int classes, int[] labels, Path file) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes) {
                throw new DataFormatException(file + ": label " + (i + 1) + " of " + labels.length + " is " + labels[i]
                        + ", but there are names for " + classes
                        + " classes beside it. Correct the list of names or fetch the labels again.");
            }
        }
    }

    /** The other file of the pair, by the usual names: x-images-idx3-ubyte.gz and x-labels-idx1-ubyte.gz. */
    private static Path partner(Path file, String from, String fromIdx, String to, String toIdx) {
        String name = FileKind.nameOf(file).replace(from, to).replace(fromIdx, toIdx);
        Set<String> candidates = new LinkedHashSet<>(List.of(name));
        candidates.add(name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name + GZ);
        candidates.remove(FileKind.nameOf(file));
        for (String candidate : candidates) {
            Path sibling = file.resolveSibling(candidate);
            if (Files.isRegularFile(sibling)) {
                return sibling;
            }
        }
        throw new DataFormatException("There is no " + to + " file for " + file + ": looked for "
                + String.join(" and ", candidates)
                + " beside it. Put it there; the names are like train-images-idx3-ubyte and train-labels-idx1-ubyte.");
    }
}
