package org.driftscope.io.image;

import java.util.List;
import org.driftscope.data.ResizeCrop;

/**
 * What is known of the network that images are opened for.
 *
 * @param preprocessing the preset asked for; "" to go by what the images suggest
 * @param height the network's input height, pixels; 0 if free or unknown
 * @param width the network's input width, pixels; 0 if free or unknown
 */
public record ImageOptions(String preprocessing, int height, int width) {
    private static final int RANK = 4;

    /** Nothing is known. */
    public static ImageOptions none() {
        return new ImageOptions("", 0, 0);
    }

    /**
     * For a network's input.
     *
     * @param preprocessing the preset asked for; "" if none
     * @param input sizes [batch, channels, height, width]; -1 where free
     */
    public static ImageOptions forInput(String preprocessing, List<Long> input) {
        if (input.size() != RANK) {
            return new ImageOptions(preprocessing, 0, 0);
        }
        return new ImageOptions(preprocessing, side(input.get(2)), side(input.get(3)));
    }

    private static int side(long size) {
        return size > 0 && size <= Integer.MAX_VALUE ? (int) size : 0;
    }

    /**
     * Whether images of a size need cropping under a suggestion; those that fit the network already do not. Photographs do
     * whatever is done to their pixels afterwards.
     */
    boolean cropping(String suggestion, int imageHeight, int imageWidth) {
        boolean photographs = Suggestion.IMAGENET.equals(suggestion) || Suggestion.IMAGENET.equals(preprocessing);
        ResizeCrop crop = crop();
        return photographs && (imageHeight != crop.height() || imageWidth != crop.width());
    }

    ResizeCrop crop() {
        return ResizeCrop.imagenet(height, width);
    }
}
