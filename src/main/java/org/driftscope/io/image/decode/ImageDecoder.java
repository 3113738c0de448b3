package org.driftscope.io.image.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;

/** Decodes one PNG or JPEG file into raw pixels, channels first. Thread-safe. */
public final class ImageDecoder {
    private static final long LARGEST_FILE = 256L << 20;
    private static final float BYTE = 255f;

    private ImageDecoder() {}

    /**
     * Decodes a file.
     *
     * @param header the file's own, already checked
     * @param channels 1 or 3; grey becomes three equal channels, colour becomes grey by ITU-R BT.601 luma; transparency
     *     is ignored
     * @return new array, channels * height * width values, 0 to 255
     * @throws DataFormatException naming the file if it cannot be decoded completely
     */
    public static float[] decode(Path file, ImageHeader header, int channels) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new DataFormatException(file + " is larger than 256 MiB. Shrink or remove the image.");
            }
            float[] pixels = read(file, header, Files.readAllBytes(file));
            return converted(pixels, header.height() * header.width(), channels);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DataFormatException known) {
                throw known;
            }
            throw damaged(file, IoReason.of(e), e);
        }
    }

    /** Grey or RGB, as the file has it. */
    private static float[] read(Path file, ImageHeader header, byte[] bytes) throws IOException {
        List<String> warnings = new ArrayList<>();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw damaged(file, "no PNG or JPEG signature", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                float[] pixels = isJpeg(bytes) ? jpeg(file, header, reader) : png(file, header, reader);
                requireComplete(file, warnings);
                return pixels;
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isJpeg(byte[] bytes) {
        return (bytes[0] & 0xFF) == 0xFF;
    }

    private static float[] png(Path file, ImageHeader header, ImageReader reader) throws IOException {
        BufferedImage image = reader.read(0);
        requireUnchanged(file, header, image.getHeight(), image.getWidth());
        return image.getColorModel().getNumColorComponents() == 1 ? grey(image.getRaster()) : rgb(image);
    }

    /** From the samples, since colour profiles are ignored, as Pillow does; wrong ones are common. */
    private static float[] jpeg(Path file, ImageHeader header, ImageReader reader) throws IOException {
        Raster raster = reader.readRaster(0, null);
        requireUnchanged(file, header, raster.getHeight(), raster.getWidth());
        return raster.getNumBands() == 1 ? grey(raster) : JpegColours.rgb(raster, header.coding());
    }

    private static void requireUnchanged(Path file, ImageHeader header, int height, int width) {
        if (width != header.width() || height != header.height()) {
            throw new DataFormatException(file + " changed while it was in use. Open the folder again.");
        }
    }

    /** The JPEG decoder fills what is missing with grey and only warns. */
    private static void requireComplete(Path file, List<String> warnings) {
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("truncated") || text.contains("premature") || text.contains("corrupt")) {
                throw damaged(file, warning, null);
            }
        }
    }

    private static float[] converted(float[] pixels, int size, int channels) {
        boolean grey = pixels.length == size;
        if (grey && channels > 1) {
            float[] all = new float[channels * size];
            for (int c = 0; c < channels; c++) {
                System.arraycopy(pixels, 0, all, c * size, size);
            }
            return all;
        }
        return !grey && channels == 1 ? luma(pixels, size) : pixels;
    }

    /** Straight from the samples: BufferedImage's own conversion of grey applies a gamma curve. */
    private static float[] grey(Raster raster) {
        float[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (float[]) null);
        float highest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= BYTE / highest;
        }
        return samples;
    }

    private static float[] rgb(BufferedImage image) {
        int width = image.getWidth();
        int size = width * image.getHeight();
        float[] pixels = new float[3 * size];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                pixels[at] = row[x] >> 16 & 0xFF;
                pixels[size + at] = row[x] >> 8 & 0xFF;
                pixels[2 * size + at] = row[x] & 0xFF;
            }
        }
        return pixels;
    }

    private static float[] luma(float[] rgb, int size) {
        float[] grey = new float[size];
        for (int i = 0; i < size; i++) {
            grey[i] = 0.299f * rgb[i] + 0.587f * rgb[size + i] + 0.114f * rgb[2 * size + i];
        }
        return grey;
    }

    private static DataFormatException damaged(
            Path file, String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new DataFormatException(file + " cannot be decoded (" + why + "). Replace or remove the image.", cause);
    }
}
