package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.ImageReader;

/** Image sets: raw bytes, and entries of NPZ or IDX packed as they should be, so that the fuzzer gets past the packing. */
public final class ImagesFuzz {
    private static final ScratchFile FILE = new ScratchFile("images");
    private static final int MOST_ENTRIES = 4;
    private static final int CIFAR_10 = 3073;
    private static final int CIFAR_100 = 3074;

    private ImagesFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] bytes =
                switch (data.consumeInt(0, 4)) {
                    case 0 -> data.consumeRemainingAsBytes();
                    case 1 -> cifar(data);
                    case 2, 3 -> Packing.npz(data, "x", "y");
                    default -> Packing.gz(data.consumeRemainingAsBytes());
                };
        FILE.readWith(bytes, ImagesFuzz::readAll);
    }

    private static void readAll() {
        ImageSource images = ImageReader.open(FILE.path());
        int size = images.channels() * images.height() * images.width();
        float[] pixels = new float[size];
        for (int i = 0; i < Math.min(images.count(), MOST_ENTRIES); i++) {
            images.read(i, pixels, 0);
            images.label(i);
        }
    }

    /** Records of CIFAR-10 or CIFAR-100 with the labels of the data, now and then a byte too long. */
    private static byte[] cifar(FuzzedDataProvider data) {
        int record = data.consumeBoolean() ? CIFAR_10 : CIFAR_100;
        byte[] bytes = new byte[record * data.consumeInt(1, 2) + (data.consumeInt(0, 9) == 0 ? 1 : 0)];
        for (int at = 0; at < bytes.length; at += record) {
            bytes[at] = data.consumeByte();
        }
        return bytes;
    }
}
