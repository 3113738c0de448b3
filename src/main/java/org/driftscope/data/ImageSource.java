package org.driftscope.data;

import java.util.List;

/**
 * A set of labelled images of one size, read as they are asked for. Thread-safe.
 *
 * <p>Pixels are raw: 0 to 255, channels first.
 */
public interface ImageSource {
    /** How to call the set, usually the file's name. */
    String name();

    int count();

    int channels();

    int height();

    int width();

    /** The class of image {@code index}, from 0. */
    int label(int index);

    /** The number by which image {@code index} goes in its file or folder, whatever part of it this set is. */
    default long number(int index) {
        return index;
    }

    /** Names of the classes in label order; "class 0" and so on where the file has none. */
    List<String> classNames();

    /**
     * Copies one image's raw pixels.
     *
     * @param index 0 to count - 1
     * @param target receives channels * height * width values, 0 to 255, from {@code offset} on
     */
    void read(int index, float[] target, int offset);

    /** sha256 of the file or files, hex. */
    String sha256();

    /** What the format and content suggest, e.g. "cifar10"; a preset of {@link Preprocessing}. */
    String suggestedPreprocessing();

    /** Which part of the file's images these are, as part of a result's identity; "" for all, or the first of them. */
    default String selection() {
        return "";
    }

    /** What a user should know about how the images were read, a sentence each; shown as warnings. */
    default List<String> notes() {
        return List.of();
    }
}
