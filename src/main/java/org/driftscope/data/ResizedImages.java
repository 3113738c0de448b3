package org.driftscope.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Another set's images, scaled and cropped as they are read.
 *
 * @param source where the images are
 * @param crop what is done to each
 */
public record ResizedImages(ImageSource source, ResizeCrop crop) implements ImageSource {
    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int count() {
        return source.count();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int height() {
        return crop.height();
    }

    @Override
    public int width() {
        return crop.width();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public long number(int index) {
        return source.number(index);
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        float[] whole = new float[source.channels() * source.height() * source.width()];
        source.read(index, whole, 0);
        float[] cropped = crop.apply(whole, source.channels(), source.height(), source.width());
        System.arraycopy(cropped, 0, target, offset, cropped.length);
    }

    @Override
    public String sha256() {
        return source.sha256();
    }

    @Override
    public String suggestedPreprocessing() {
        return source.suggestedPreprocessing();
    }

    @Override
    public List<String> notes() {
        String note = "The images of " + name() + " (" + source.height() + "x" + source.width()
                + ") are resized to a shorter side of " + crop.shorterSide() + " and cropped to " + crop.height() + "x"
                + crop.width() + ".";
        return Stream.concat(source.notes().stream(), Stream.of(note)).toList();
    }
}
