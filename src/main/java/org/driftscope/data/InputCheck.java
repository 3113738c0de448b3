package org.driftscope.data;

import java.util.List;
import org.driftscope.support.IncompatibleShapeException;

/** Whether images fit a network's input. */
public final class InputCheck {
    private static final int RANK = 4;

    private InputCheck() {}

    /**
     * Refuses images of another size or number of channels than a network takes.
     *
     * @param model how to call the network
     * @param input its input's sizes [batch, channels, height, width]; -1 where a size is free
     * @throws IncompatibleShapeException naming both shapes and what to do
     */
    public static void requireFit(ImageSource images, String model, List<Long> input) {
        if (input.isEmpty()) {
            throw new IncompatibleShapeException(model + " does not say what shape its input has, and runs on no images"
                    + " of usual size. Export it with the shape [batch, channels, height, width].");
        }
        if (input.size() != RANK) {
            throw new IncompatibleShapeException(model + " takes an input of " + input.size()
                    + " dimensions, but images need 4 (batch, channels, height, width). Give a model for images.");
        }
        List<Long> shape = List.of((long) images.channels(), (long) images.height(), (long) images.width());
        for (int i = 0; i < shape.size(); i++) {
            long wanted = input.get(i + 1);
            if (wanted >= 0 && wanted != shape.get(i)) {
                throw new IncompatibleShapeException(model + " takes " + text(input.subList(1, RANK)) + " (channels x "
                        + "height x width), the images of " + images.name() + " are " + text(shape) + ". "
                        + remedy(shape, input));
            }
        }
    }

    private static String remedy(List<Long> shape, List<Long> input) {
        if (input.get(RANK - 1).equals(shape.get(0)) && !input.get(1).equals(shape.get(0))) {
            return "The model seems to take channels last; export it with channels first (NCHW).";
        }
        if (input.get(1) >= 0 && !input.get(1).equals(shape.get(0))) {
            return "Give images with " + input.get(1) + (input.get(1) == 1 ? " channel (grey)." : " channels.");
        }
        return "Give images of that size, or use --preprocess imagenet to resize and crop them.";
    }

    private static String text(List<Long> sizes) {
        StringBuilder text = new StringBuilder();
        for (long size : sizes) {
            text.append(text.length() == 0 ? "" : "x").append(size < 0 ? "any" : Long.toString(size));
        }
        return text.toString();
    }
}
