package org.driftscope.io.image.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.support.DataFormatException;

/**
 * Which class each sub-folder is.
 *
 * @param labels of the folders, in their order
 * @param names of all classes
 * @param note what a user should know of it
 */
public record FolderClasses(List<Integer> labels, List<String> names, Optional<String> note) {
    private static final String WORDNET_ID = "n\\d{8}";
    private static final String NUMBER = "\\d{1,6}";
    private static final int IMAGENET_CLASSES = 1000;

    /** @throws DataFormatException if a folder is no class of the list, or two folders are the same class */
    public static FolderClasses of(Path root, List<String> folders, Optional<ClassList> known) {
        if (known.isPresent()) {
            return listed(root, folders, known.get());
        }
        if (folders.stream().allMatch(name -> name.matches(NUMBER))) {
            return numbered(root, folders);
        }
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            labels.add(i);
        }
        boolean partial =
                folders.size() != IMAGENET_CLASSES && folders.stream().allMatch(name -> name.matches(WORDNET_ID));
        return new FolderClasses(
                labels,
                folders,
                partial
                        ? Optional.of("The " + folders.size() + " class folders of " + root + " are numbered in their"
                                + " order. If the network knows more classes, every label after a missing one is wrong:"
                                + " put the list of all classes beside the folder as " + FileKind.nameOf(root)
                                + ".classes.txt.")
                        : Optional.empty());
    }

    private static FolderClasses listed(Path root, List<String> folders, ClassList known) {
        List<Integer> labels = new ArrayList<>();
        for (String folder : folders) {
            OptionalInt label = known.find(folder);
            if (label.isEmpty()) {
                throw new DataFormatException("The folder " + root.resolve(folder) + " is none of the " + known.size()
                        + " classes of the list beside it. Rename it to a class's id, name or number, or correct the"
                        + " list.");
            }
            labels.add(label.getAsInt());
        }
        requireDistinct(root, labels);
        return new FolderClasses(labels, known.names(), Optional.empty());
    }

    /** By their numbers: in the order of their names 10 would come before 2. */
    private static FolderClasses numbered(Path root, List<String> folders) {
        List<Integer> labels = folders.stream().map(Integer::valueOf).toList();
        requireDistinct(root, labels);
        int most = labels.stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> names = new ArrayList<>(ClassNames.numbered(most + 1));
        for (int i = 0; i < labels.size(); i++) {
            names.set(labels.get(i), folders.get(i));
        }
        return new FolderClasses(labels, names, Optional.empty());
    }

    private static void requireDistinct(Path root, List<Integer> labels) {
        if (labels.stream().distinct().count() < labels.size()) {
            throw new DataFormatException("Two folders of " + root + " are the same class. Put their images together.");
        }
    }
}
