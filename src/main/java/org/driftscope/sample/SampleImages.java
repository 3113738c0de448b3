package org.driftscope.sample;

import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.sample.scene.LabelledImage;
import org.driftscope.sample.scene.SceneGenerator;
import org.driftscope.sample.scene.ShapeClass;

/**
 * A set of drawn images, held in memory.
 *
 * @param name of the split
 * @param images in order
 */
record SampleImages(String name, List<LabelledImage> images) implements ImageSource {
    SampleImages {
        images = List.copyOf(images);
    }

    /** Draws images 0 to {@code count - 1} of a split, on all cores. */
    static SampleImages draw(SceneGenerator generator, String split, int count) {
        return new SampleImages(
                split,
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> generator.draw(split, i))
                        .toList());
    }

    /** CIFAR-10's binary format: for each image its label, then the red, green and blue plane; one byte each. */
    byte[] toCifarBinary() {
        int pixels = LabelledImage.CHANNELS * LabelledImage.SIZE * LabelledImage.SIZE;
        byte[] bytes = new byte[images.size() * (1 + pixels)];
        for (int i = 0; i < images.size(); i++) {
            bytes[i * (1 + pixels)] = (byte) images.get(i).label();
            System.arraycopy(images.get(i).pixels(), 0, bytes, i * (1 + pixels) + 1, pixels);
        }
        return bytes;
    }

    @Override
    public int count() {
        return images.size();
    }

    @Override
    public int channels() {
        return LabelledImage.CHANNELS;
    }

    @Override
    public int height() {
        return LabelledImage.SIZE;
    }

    @Override
    public int width() {
        return LabelledImage.SIZE;
    }

    @Override
    public int label(int index) {
        return images.get(index).label();
    }

    @Override
    public List<String> classNames() {
        return ShapeClass.titles();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        byte[] pixels = images.get(index).pixels();
        for (int i = 0; i < pixels.length; i++) {
            target[offset + i] = pixels[i] & 0xff;
        }
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public String suggestedPreprocessing() {
        return "cifar10";
    }
}
