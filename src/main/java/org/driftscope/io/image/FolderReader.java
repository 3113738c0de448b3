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
import java.util.stream.Stream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ResizeCrop;
import org.driftscope.support.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a folder with one sub-folder of PNG or JPEG images a class; the sorted names of the sub-folders are the classes. */
final class FolderReader {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);
    private static final Set<String> IMAGE_ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "ppm");

    private static final int RGB = 3;

    private final Path root;
    private final ImageOptions options;
    private final List<FolderImages.Item> items = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int ignored;

    private FolderReader(Path root, ImageOptions options) {
        this.root = root;
        this.options = options;
    }

    /** @throws DataFormatException if a class is empty or an image's header is damaged */
    static ImageSource open(Path root, ImageOptions options) throws IOException {
        return new FolderReader(root, options).open();
    }

    private ImageSource open() throws IOException {
        List<Path> classes = visible(root).stream().filter(Files::isDirectory).toList();
        if (classes.isEmpty()) {
            throw noClasses();
        }
        for (int label = 0; label < classes.size(); label++) {
            addClass(classes.get(label), label);
        }
        if (ignored > 0) {
            notes.add(ignored + " files in " + root + " are no PNG or JPEG images and are left out.");
        }
        return images(classes.stream().map(FileKind::nameOf).toList());
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
            throw new DataFormatException(
                    folder
                            + (folders
                                    ? " holds folders instead of images. Give " + folder
                                            + " itself, if these are the classes."
                                    : " holds no PNG or JPEG images. Put the images of this class there, or remove the folder."));
        }
    }

    private void addFile(Path file, int label) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file + " is a broken link or no plain file. Remove it.");
        }
        Optional<ImageHeader> header = ImageHeader.of(file);
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
                return new DataFormatException(root + " holds images but no class folders. Put the images of each class"
                        + " into a folder of its own; its name is the class.");
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
        return new DataFormatException(root + " holds no class folders. " + ImageReader.WHAT_TO_GIVE);
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
