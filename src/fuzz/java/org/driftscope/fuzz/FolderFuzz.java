package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.ImageReader;

/** Folders: PNG with sums that fit, JPEG, and lists of labels and classes, sound ones with parts changed. */
public final class FolderFuzz {
    private static final ScratchFile PICTURE = new ScratchFile("a.png");
    private static final ScratchFile LABELS = PICTURE.beside("labels.csv");
    private static final ScratchFile CLASSES = PICTURE.beside("synsets.txt");
    private static final byte[] PNG = picture("png");
    private static final byte[] JPEG = picture("jpg");
    private static final int SIGNATURE = 8;
    /** Length and type before a chunk's content, its sum behind. */
    private static final int AROUND = 12;

    private FolderFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        LABELS.put(text(data, "a.png,1\n"));
        CLASSES.put(text(data, "n01440764 tench, Tinca tinca\nn01443537 goldfish\n"));
        PICTURE.put(data.consumeBoolean() ? summed(changed(data, PNG)) : changed(data, JPEG));
        ScratchFile.accepting(FolderFuzz::readAll);
    }

    private static void readAll() {
        ImageSource images = ImageReader.open(PICTURE.path().getParent());
        float[] pixels = new float[images.channels() * images.height() * images.width()];
        for (int i = 0; i < images.count(); i++) {
            images.read(i, pixels, 0);
            images.label(i);
        }
    }

    private static byte[] text(FuzzedDataProvider data, String sound) {
        return switch (data.consumeInt(0, 3)) {
            case 0 -> data.consumeBytes(60);
            case 1 -> data.consumeString(60).getBytes(StandardCharsets.UTF_8);
            default -> sound.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] changed(FuzzedDataProvider data, byte[] sound) {
        byte[] bytes = sound.clone();
        int edits = data.consumeInt(0, 6);
        for (int i = 0; i < edits; i++) {
            int at = data.consumeInt(2, bytes.length - 1);
            bytes[at] = data.consumeByte();
        }
        return data.consumeInt(0, 5) == 0 ? Arrays.copyOf(bytes, data.consumeInt(0, bytes.length)) : bytes;
    }

    /** The same chunks with right sums, as a decoder refuses others before it looks at them. */
    private static byte[] summed(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (at + AROUND <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - AROUND - at) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) sum.getValue());
            at += AROUND + length;
        }
        return png;
    }

    private static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 3, 0xABCDEF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
