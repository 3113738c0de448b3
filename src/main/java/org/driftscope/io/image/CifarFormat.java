package org.driftscope.io.image;

/**
 * The two record layouts of the CIFAR binary files: label bytes, then 3072 pixels, channels first.
 *
 * <p>Source: Krizhevsky, "The CIFAR-10 dataset" (binary version), cs.toronto.edu/~kriz/cifar.html.
 */
enum CifarFormat {
    CIFAR10("CIFAR-10", "cifar10", 1, 10, "batches.meta.txt"),
    /** Coarse label, then fine label; the fine one is used. */
    CIFAR100("CIFAR-100", "cifar100", 2, 100, "fine_label_names.txt");

    static final int CHANNELS = 3;
    static final int SIDE = 32;
    private static final int PIXELS = CHANNELS * SIDE * SIDE;

    private final String title;
    private final String key;
    private final int labelBytes;
    private final int classes;
    private final String namesFile;

    CifarFormat(String title, String key, int labelBytes, int classes, String namesFile) {
        this.title = title;
        this.key = key;
        this.labelBytes = labelBytes;
        this.classes = classes;
        this.namesFile = namesFile;
    }

    /** As a user reads it. */
    String title() {
        return title;
    }

    /** Name of the preprocessing preset and of the bundled class names. */
    String key() {
        return key;
    }

    /** Bytes before the pixels; the last of them is the label that counts. */
    int labelBytes() {
        return labelBytes;
    }

    int recordBytes() {
        return labelBytes + PIXELS;
    }

    /** Number of classes of the published set. */
    int classes() {
        return classes;
    }

    /** The file with the class names in the published archive. */
    String namesFile() {
        return namesFile;
    }
}
