package org.driftscope.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
    public long number(int index) {
        return source.number(indices[index]);
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

    /** A run of images goes by its number, as it always did; any other choice by what was chosen. */
    @Override
    public String selection() {
        for (int i = 1; i < indices.length; i++) {
            if (indices[i] != indices[0] + i) {
                return source.selection() + "part " + Integer.toHexString(Arrays.hashCode(indices));
            }
        }
        return source.selection();
    }

    @Override
    public List<String> notes() {
        return source.notes();
    }
}
