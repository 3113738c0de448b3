package org.driftscope.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ResizeCrop;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.io.image.decode.ImageFormats;
import org.driftscope.io.image.decode.ImageHeader;
import org.driftscope.io.image.label.ClassList;
import org.driftscope.io.image.label.ClassNames;
import org.driftscope.io.image.label.FolderClasses;
import org.driftscope.io.image.label.LabelFile;
import org.driftscope.support.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a folder of PNG or JPEG images: a sub-folder a class, or all in one folder with a file of labels. What the classes
 * are is told by {@link ClassList}; without one the sub-folders are numbered, by their own numbers or in their order.
 */
final class FolderReader {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);
    private static final Set<String> IMAGE_ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "ppm");

    private static final Pattern IMAGENET = Pattern.compile("imagenet|ilsvrc|^val$", Pattern.CASE_INSENSITIVE);
    private static final int RGB = 3;
    private static final int NAMED_AT_MOST = 3;

    private final Path root;
    private final ImageOptions options;
    private final List<FolderImages.Item> items = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private int ignored;

    private FolderReader(Path root, ImageOptions options) {
        this.root = root;
        this.options = options;
    }

    /** @throws DataFormatException if a class is empty, a label is missing, or no image can be read */
    static ImageSource open(Path root, ImageOptions options) throws IOException {
        return new FolderReader(root, options).open();
    }

    private ImageSource open() throws IOException {
        List<Path> folders = visible(root).stream().filter(Files::isDirectory).toList();
        List<String> names = folders.isEmpty() ? addFlat() : addFolders(folders);
        if (ignored > 0) {
            notes.add(ignored + " files in " + root + " are no PNG or JPEG images and are left out.");
        }
        if (!damaged.isEmpty()) {
            notes.add(damaged.size() + (damaged.size() == 1 ? " damaged picture is" : " damaged pictures are")
                    + " left out: " + String.join("; ", damaged.subList(0, Math.min(NAMED_AT_MOST, damaged.size())))
                    + (damaged.size() > NAMED_AT_MOST ? "; and so on." : "."));
        }
        count("turned by their EXIF, and read as they are stored", FolderReader::isTurned);
        count("CMYK, and turned to RGB without a profile", item -> item.header().isFourInks());
        count("of more than 8 bits a sample, and read at 8", item -> item.header()
                .isDeep());
        return images(names);
    }

    private static boolean isTurned(FolderImages.Item item) {
        return item.header().isTurned();
    }

    private void count(String what, Predicate<FolderImages.Item> kind) {
        long number = items.stream().filter(kind).count();
        if (number > 0) {
            notes.add(number + " of the " + items.size() + " pictures of " + root + (number == 1 ? " is " : " are ")
                    + what + ".");
        }
    }

    /** A sub-folder a class. @return names of the classes */
    private List<String> addFolders(List<Path> folders) throws IOException {
        List<String> names = folders.stream().map(FileKind::nameOf).toList();
        Optional<ClassList> own = ClassList.own(root);
        Optional<ClassList> known =
                own.isPresent() ? own : ClassList.nearby(root).filter(list -> list.knowsAll(names));
        FolderClasses classes = FolderClasses.of(root, names, known);
        classes.note().ifPresent(notes::add);
        for (int i = 0; i < folders.size(); i++) {
            addClass(folders.get(i), classes.labels().get(i));
        }
        return classes.names();
    }

    /** All in one folder, with a file of labels. @return names of the classes */
    private List<String> addFlat() throws IOException {
        Optional<ClassList> own = ClassList.own(root);
        boolean isImagenet = IMAGENET.matcher(FileKind.nameOf(root)).find();
        Optional<ClassList> known = own.isPresent() || !isImagenet ? own : ClassList.nearby(root);
        List<Path> files = visible(root);
        LabelFile labels = LabelFile.find(root, known).orElse(null);
        if (labels == null) {
            throw noClasses();
        }
        List<Path> pictures = files.stream().filter(FolderReader::isPicture).toList();
        ignored += (int) files.stream()
                .filter(file -> !isPicture(file) && !labels.is(file))
                .count();
        int[] numbers = labels.of(pictures);
        for (int i = 0; i < numbers.length; i++) {
            addFile(pictures.get(i), numbers[i]);
        }
        if (items.isEmpty()) {
            throw new DataFormatException(root + " holds no PNG or JPEG images that can be read.");
        }
        notes.add("Labels are from " + labels.name() + ".");
        int most = items.stream().mapToInt(FolderImages.Item::label).max().orElse(0);
        return known.map(ClassList::names).orElseGet(() -> ClassNames.numbered(most + 1));
    }

    private static boolean isPicture(Path file) {
        return IMAGE_ENDINGS.contains(ending(file));
    }

    private void addClass(Path folder, int label) throws IOException {
        int before = items.size();
        boolean folders = false;
        for (Path file : visible(folder)) {
            folders |= Files.isDirectory(file);
            if (!Files.isDirectory(file)) {
                addFile(file, label);
            }
        }
        if (items.size() == before) {
            throw new DataFormatException(folder
                    + (folders
                            ? " holds folders instead of images. Give " + folder + " itself, if these are the classes."
                            : " holds no PNG or JPEG images that can be read. Put the images of this class there,"
                                    + " or remove the folder."
                                    + (damaged.isEmpty() ? "" : " Damaged: " + damaged.get(damaged.size() - 1) + ".")));
        }
    }

    private void addFile(Path file, int label) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file + " is a broken link or no plain file. Remove it.");
        }
        Optional<ImageHeader> header;
        try {
            header = ImageHeader.of(file);
        } catch (DataFormatException e) {
            damaged.add(e.userMessage().replaceFirst("\\. .*", ""));
            return;
        }
        if (header.isPresent()) {
            items.add(new FolderImages.Item(file, label, header.get()));
        } else if (IMAGE_ENDINGS.contains(ending(file))) {
            FileKind kind = FileKind.of(file);
            throw new DataFormatException(file + " cannot be decoded: it "
                    + (kind.refused() ? kind.refusal() : "is neither PNG nor JPEG. Convert, replace or remove it."));
        } else {
            ignored++;
        }
    }

    private ImageSource images(List<String> classNames) {
        ImageHeader first = items.get(0).header();
        int channels = commonChannels();
        boolean differing = items.stream().anyMatch(item -> !item.header().sameSize(first));
        String suggestion = differing && channels == RGB
                ? Suggestion.IMAGENET
                : Suggestion.forShape(channels, first.height(), first.width());
        Optional<ResizeCrop> crop = crop(differing, suggestion, first);
        SetDescription description = new SetDescription(
                FileKind.nameOf(root),
                channels,
                crop.map(ResizeCrop::height).orElse(first.height()),
                crop.map(ResizeCrop::width).orElse(first.width()),
                items.stream().mapToInt(FolderImages.Item::label).toArray(),
                classNames,
                suggestion,
                Sha256.ofTree(root, items.stream().map(FolderImages.Item::file).toList()),
                notes);
        return new FolderImages(description, items, crop);
    }

    private Optional<ResizeCrop> crop(boolean differing, String suggestion, ImageHeader first) {
        if (!differing && !options.cropping(suggestion, first.height(), first.width())) {
            return Optional.empty();
        }
        ResizeCrop crop = options.crop();
        notes.add("The images of " + root + (differing ? " differ in size; they" : "")
                + " are resized to a shorter side of " + crop.shorterSide() + " and cropped to " + crop.height() + "x"
                + crop.width() + ".");
        return Optional.of(crop);
    }

    /** What most images have; RGB at a tie. */
    private int commonChannels() {
        long grey = items.stream().filter(item -> item.header().channels() == 1).count();
        long colour = items.size() - grey;
        if (grey > 0 && colour > 0) {
            String note = grey > colour
                    ? colour + " colour images of " + root + " are turned to grey like the other " + grey + "."
                    : grey + " grey images of " + root + " are turned to RGB like the other " + colour + ".";
            LOG.info(note);
            notes.add(note);
        }
        return grey > colour ? 1 : RGB;
    }

    private DataFormatException noClasses() throws IOException {
        for (Path file : visible(root)) {
            if (FileKind.of(file) == FileKind.PNG || FileKind.of(file) == FileKind.JPEG) {
                return new DataFormatException(root + " holds images but no class folders and no labels. Put the images"
                        + " of each class into a folder of its own, or add a labels.csv with lines of file,label.");
            }
            if (CifarReader.fits(Files.size(file))) {
                return new DataFormatException(
                        root + " is a folder of CIFAR files. Give one of them, such as " + file + ".");
            }
            if (FileKind.nameOf(file).contains("idx3-ubyte")) {
                return new DataFormatException(
                        root + " is a folder of IDX files. Give one of them, such as " + file + ".");
            }
        }
        return new DataFormatException(root + " holds no class folders. " + ImageFormats.WHAT_TO_GIVE);
    }

    /** Sorted by name, for the same order everywhere; without hidden files and those that file managers leave. */
    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !FileKind.nameOf(path).startsWith("."))
                    .filter(path -> !FileKind.nameOf(path).equalsIgnoreCase("Thumbs.db"))
                    .sorted(Comparator.comparing(FileKind::nameOf))
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = FileKind.nameOf(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
