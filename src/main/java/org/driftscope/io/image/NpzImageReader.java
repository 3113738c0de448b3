package org.driftscope.io.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.decode.FileKind;
import org.driftscope.io.image.label.ClassNames;
import org.driftscope.io.npy.NpyArray;
import org.driftscope.io.npy.NpzReader;
import org.driftscope.support.DataFormatException;

/**
 * Reads NPZ files with the images as x (NCHW, NHWC or, with one channel, NHW) and the labels as y (N numbers).
 *
 * <p>Floating-point pixels that all lie in 0 to 1, but for what rounding puts beyond, are multiplied by 255, so that presets
 * mean the same for every format. Other values are taken as they are. A note says what was taken where it may be meant
 * otherwise.
 */
final class NpzImageReader {
    private static final int MOST_CLASSES = 1 << 16;
    private static final float BYTE = 255;
    /** Rounding, and resizing that overshoots a little, go past 0 and 1; images of bytes are not that dark. */
    private static final float ROUNDING = 0.01f;

    /** Sets whose lightest pixel is below this are not seen as pictures of 0 to 255. */
    private static final int FEWEST_LEVELS = 16;

    private final Path file;
    private final NpyArray x;
    private final NpyArray y;
    private final NpzLayout layout;
    private final List<String> notes = new ArrayList<>();

    private NpzImageReader(Path file, Map<String, NpyArray> arrays) {
        this.file = file;
        this.x = array(arrays, "x", "images");
        this.y = array(arrays, "y", "labels");
        this.layout = NpzLayout.of(file, x.shape());
    }

    /** @throws DataFormatException if x or y is missing, misshapen or holds what cannot be a pixel or label */
    static ImageSource open(Path file) throws IOException {
        return new NpzImageReader(file, NpzReader.read(file)).open();
    }

    private ImageSource open() throws IOException {
        int[] labels = labels();
        List<String> names = classNames(labels);
        PixelRange range = pixelRange();
        boolean real = x.type().isFloating();
        boolean unit = real && range.isWithin(1, ROUNDING);
        boolean foreign = !unit && !range.isWithin(BYTE, real ? ROUNDING : 0);
        noteRange(range, unit, foreign);
        SetDescription description = new SetDescription(
                FileKind.nameOf(file),
                layout.channels(),
                layout.height(),
                layout.width(),
                labels,
                names,
                foreign ? "raw" : Suggestion.forShape(layout.channels(), layout.height(), layout.width()),
                Sha256.of(List.of(file)),
                notes);
        return new NpzImages(description, x, layout.channelsLast(), unit ? BYTE : 1);
    }

    private List<String> classNames(int[] labels) throws IOException {
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        List<String> names = ClassNames.beside(file, "").orElseGet(() -> ClassNames.numbered(classes));
        if (names.size() < classes) {
            throw new DataFormatException(file + " has label " + (classes - 1) + " in y, but there are names for "
                    + names.size() + " classes beside it. Correct the list of names or the labels.");
        }
        return names;
    }

    private void noteRange(PixelRange range, boolean unit, boolean foreign) {
        if (unit) {
            notes.add("The pixels of " + file + " lie in " + range.words() + " and are multiplied by 255.");
        }
        boolean dark = !unit && !foreign && range.high() < FEWEST_LEVELS;
        if (dark) {
            notes.add("The pixels of " + file + " lie in " + range.words()
                    + " and are taken as of 0 to 255, so all images"
                    + " are nearly black. If they are meant otherwise, save x as bytes 0 to 255 or floats 0 to 1.");
        }
        if (foreign) {
            notes.add("The pixels of " + file + " reach from " + range.words()
                    + ", outside 0 to 255, and are taken as they are; if they are the network's input already, use"
                    + " --preprocess raw.");
        }
    }

    private NpyArray array(Map<String, NpyArray> arrays, String name, String meaning) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new DataFormatException(file + " has no array " + name + " (the " + meaning + "); it has "
                    + (arrays.isEmpty() ? "none at all" : String.join(", ", arrays.keySet()))
                    + ". Save it with np.savez(file, x=images, y=labels).");
        }
        return array;
    }

    private int[] labels() {
        int[] shape = y.shape();
        boolean column = shape.length == 2 && shape[1] == 1;
        if (shape.length != 1 && !column) {
            throw new DataFormatException(file + ": y has shape " + Arrays.toString(shape)
                    + ", but must hold one number an image. Save class numbers, such as y.argmax(axis=1).");
        }
        if (y.size() != layout.count()) {
            throw new DataFormatException(file + " has " + layout.count() + " images in x, but " + y.size()
                    + " labels in y. Save both for the same images.");
        }
        double[] values = y.doubles();
        int[] labels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            labels[i] = (int) values[i];
            if (labels[i] != values[i] || labels[i] < 0 || labels[i] >= MOST_CLASSES) {
                throw new DataFormatException(file + ": label " + (i + 1) + " of " + values.length + " in y is "
                        + values[i] + ", but must be a whole number from 0 to " + (MOST_CLASSES - 1)
                        + ". Correct the labels.");
            }
        }
        return labels;
    }

    private record PixelRange(float low, float high) {
        boolean isWithin(float largest, float slack) {
            return low >= -slack && high <= largest + slack;
        }

        String words() {
            return low + " to " + high;
        }
    }

    private PixelRange pixelRange() {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int size = layout.pixels();
        for (int image = 0; image < layout.count(); image++) {
            for (float value : x.floats(image * size, size)) {
                if (!Float.isFinite(value)) {
                    throw new DataFormatException(file + ": image " + (image + 1) + " of " + layout.count()
                            + " in x has a pixel that is " + value + ". Correct or remove the image.");
                }
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new PixelRange(low, high);
    }
}
