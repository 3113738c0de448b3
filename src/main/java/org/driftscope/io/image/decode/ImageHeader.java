package org.driftscope.io.image.decode;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.driftscope.support.DataFormatException;

/**
 * Size and kind of a PNG or JPEG file, read without decoding it, so that a hostile size costs nothing.
 *
 * @param height pixels
 * @param width pixels
 * @param channels 1 for grey, 3 for anything else; transparency is not counted
 * @param coding how a JPEG's samples are colours; {@link Coding#PLAIN} for PNG
 * @param isTurned whether its EXIF says that it is to be shown turned; it is read as it is stored, as Pillow does
 * @param isDeep whether a sample has more than 8 bits
 */
public record ImageHeader(int height, int width, int channels, Coding coding, boolean isTurned, boolean isDeep) {
    /** What a JPEG's samples are. */
    public enum Coding {
        /** Grey or RGB as they are. */
        PLAIN,
        /** Luma and two chroma. */
        YCC,
        /** Four inks, stored inverted as Adobe does. */
        CMYK,
        /** The same, of which three were turned to luma and chroma. */
        YCCK
    }

    private static final long MOST_PIXELS = 40_000_000;
    private static final int PNG_SIZES_AT = 16;
    private static final int PNG_ALPHA = 4;
    private static final int BYTE = 8;

    /** Empty if the file is neither PNG nor JPEG. @throws DataFormatException if it is, but damaged or too large */
    public static Optional<ImageHeader> of(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.PNG && kind != FileKind.JPEG) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ImageHeader header = kind == FileKind.PNG ? png(in) : JpegHeader.read(file, in);
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
        int depth = in.readUnsignedByte();
        int colour = in.readUnsignedByte();
        int channels = colour == 0 || colour == PNG_ALPHA ? 1 : 3;
        return new ImageHeader(height, width, channels, Coding.PLAIN, false, depth > BYTE);
    }

    public boolean isFourInks() {
        return coding == Coding.CMYK || coding == Coding.YCCK;
    }

    public boolean sameSize(ImageHeader other) {
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
