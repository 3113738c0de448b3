package org.driftscope.io.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.driftscope.support.DataFormatException;

/**
 * Size and channels of a PNG or JPEG file, read without decoding it, so that a hostile size costs nothing.
 *
 * @param height pixels
 * @param width pixels
 * @param channels 1 for grey, 3 for anything else; transparency is not counted
 */
record ImageHeader(int height, int width, int channels) {
    private static final long MOST_PIXELS = 40_000_000;
    private static final int PNG_SIZES_AT = 16;
    private static final int PNG_ALPHA = 4;
    private static final int CMYK = 4;

    /** Empty if the file is neither PNG nor JPEG. @throws DataFormatException if it is, but damaged or too large */
    static Optional<ImageHeader> of(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.PNG && kind != FileKind.JPEG) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ImageHeader header = kind == FileKind.PNG ? png(in) : jpeg(file, in);
            header.requirePossible(file);
            return Optional.of(header);
        } catch (EOFException e) {
            throw new DataFormatException(file + " is cut off in its header. Replace or remove the image.", e);
        }
    }

    /** IHDR comes first: width, height, bit depth, colour type (0 grey, 4 grey with alpha). PNG specification, 11.2.1. */
    private static ImageHeader png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIZES_AT);
        int width = in.readInt();
        int height = in.readInt();
        in.readByte();
        int colour = in.readUnsignedByte();
        return new ImageHeader(height, width, colour == 0 || colour == PNG_ALPHA ? 1 : 3);
    }

    /** The frame header (SOF0 to SOF15 but DHT, JPG, DAC): length, precision, height, width, components. T.81, B.2.2. */
    private static ImageHeader jpeg(Path file, DataInputStream in) throws IOException {
        in.readUnsignedShort();
        while (true) {
            int marker = nextMarker(file, in);
            int length = in.readUnsignedShort();
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                in.readByte();
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                int components = in.readUnsignedByte();
                if (components == CMYK) {
                    throw new DataFormatException(file + " is a CMYK JPEG. Convert it to RGB.");
                }
                return new ImageHeader(height, width, components == 1 ? 1 : 3);
            }
            if (length < 2) {
                throw new DataFormatException(file + " is a damaged JPEG. Replace or remove the image.");
            }
            in.skipNBytes(length - 2);
        }
    }

    private static int nextMarker(Path file, DataInputStream in) throws IOException {
        int marker = in.readUnsignedByte();
        if (marker != 0xFF) {
            throw new DataFormatException(file + " is a damaged JPEG. Replace or remove the image.");
        }
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    boolean sameSize(ImageHeader other) {
        return height == other.height && width == other.width;
    }

    private void requirePossible(Path file) {
        if (height < 1 || width < 1 || (long) height * width > MOST_PIXELS) {
            throw new DataFormatException(file + " says that it is " + Integer.toUnsignedString(width) + "x"
                    + Integer.toUnsignedString(height) + " pixels; images may have 1 to 40 million pixels."
                    + " Shrink, replace or remove the image.");
        }
    }
}
