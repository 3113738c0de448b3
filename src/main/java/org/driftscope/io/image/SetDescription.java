package org.driftscope.io.image;

import java.util.List;
import java.util.function.Supplier;

/**
 * All that is known of a set of images but their pixels.
 *
 * @param name the file's or folder's name
 * @param channels 1 or 3 for images, any number for arrays
 * @param height pixels
 * @param width pixels
 * @param labels class of every image; treat as read-only
 * @param classNames in label order
 * @param suggestedPreprocessing a preset's name
 * @param sha256 of the file or files, hex; computed when first asked for
 * @param notes what a user should know about how the images were read
 */
record SetDescription(
        String name,
        int channels,
        int height,
        int width,
        int[] labels,
        List<String> classNames,
        String suggestedPreprocessing,
        Supplier<String> sha256,
        List<String> notes) {
    SetDescription {
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
    }

    int pixels() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }
}
