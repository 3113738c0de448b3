package org.driftscope.io.image;

/** What preprocessing images of a shape usually go with. */
final class Suggestion {
    static final String IMAGENET = "imagenet";

    private static final int RGB = 3;
    private static final int MNIST_SIDE = 28;
    private static final int CIFAR_SIDE = 32;
    /** Photographs from here on. */
    private static final int IMAGENET_SIDE = 128;

    private Suggestion() {}

    /** A preset that works with that many channels. */
    static String forShape(int channels, int height, int width) {
        if (channels == 1 && height == MNIST_SIDE && width == MNIST_SIDE) {
            return "mnist";
        }
        if (channels == RGB && height == CIFAR_SIDE && width == CIFAR_SIDE) {
            return "cifar10";
        }
        return channels == RGB && Math.min(height, width) >= IMAGENET_SIDE ? IMAGENET : "unit";
    }
}
