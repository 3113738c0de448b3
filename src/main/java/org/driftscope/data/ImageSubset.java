package org.driftscope.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.driftscope.support.SpecException;

/**
 * Some images of another set, in a given order.
 *
 * @param source where the images are
 * @param indices places in {@code source}; treat as read-only
 */
public record ImageSubset(ImageSource source, int[] indices) implements ImageSource {
    public ImageSubset {
        for (int index : indices) {
            Objects.checkIndex(index, source.count());
        }
    }

    /** The first {@code limit} images, or the source itself if it has no more than that. */
    public static ImageSource first(ImageSource source, int limit) {
        if (limit < 1) {
            throw new SpecException("limit", limit, "1 or more");
        }
        if (limit >= source.count()) {
            return source;
        }
        int[] indices = new int[limit];
        Arrays.setAll(indices, i -> i);
        return new ImageSubset(source, indices);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int label(int index) {
        return source.label(indices[index]);
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(indices[index], target, offset);
    }

    /** Of the whole source's file or files. */
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
        return source.notes();
    }
}
