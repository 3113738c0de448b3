package org.driftscope.io.image.decode;

/** The files that images are read from, in words. */
public final class ImageFormats {
    /** What to give in place of a file that holds no images. */
    public static final String WHAT_TO_GIVE =
            "Give a CIFAR-10 or CIFAR-100 binary file, IDX images (plain or .gz), an NPZ file with x and y, or a folder"
                    + " with one sub-folder of PNG or JPEG images a class.";

    private ImageFormats() {}
}
