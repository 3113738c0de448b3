package org.driftscope.io.image.decode;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.io.image.decode.ImageHeader.Coding;
import org.driftscope.support.DataFormatException;

/** The segments of a JPEG up to its frame header: size, components, Adobe's colour transform and EXIF's orientation. */
final class JpegHeader {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int FOUR_INKS = 4;
    private static final int NO_ADOBE = -1;
    private static final int YCCK = 2;
    /** Where a frame's component identifiers say so, samples are red, green and blue. */
    private static final String RGB_IDS = "RGB";

    private static final int ADOBE_TRANSFORM_AT = 11;
    private static final int TIFF_AT = 6;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private final Path file;
    private final DataInputStream in;
    private boolean isJfif;
    private int adobe = NO_ADOBE;
    private boolean isTurned;

    private JpegHeader(Path file, DataInputStream in) {
        this.file = file;
        this.in = in;
    }

    static ImageHeader read(Path file, DataInputStream in) throws IOException {
        return new JpegHeader(file, in).read();
    }

    private ImageHeader read() throws IOException {
        in.readUnsignedShort();
        while (true) {
            int marker = nextMarker();
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw damaged();
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return frame();
            }
            if (marker == APP0 || marker == APP1 || marker == APP14) {
                application(marker, in.readNBytes(length), length);
            } else {
                in.skipNBytes(length);
            }
        }
    }

    /** The frame header (SOF0 to SOF15 but DHT, JPG, DAC): precision, height, width, components. T.81, B.2.2. */
    private ImageHeader frame() throws IOException {
        int precision = in.readUnsignedByte();
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        int components = in.readUnsignedByte();
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < components; i++) {
            ids.append((char) in.readUnsignedByte());
            in.readUnsignedShort();
        }
        return new ImageHeader(
                height,
                width,
                components == 1 ? 1 : 3,
                coding(components, ids.toString()),
                isTurned,
                precision > Byte.SIZE);
    }

    /** As libjpeg guesses; four inks are Adobe's, as Pillow takes them. */
    private Coding coding(int components, String ids) {
        if (components == FOUR_INKS) {
            return adobe == YCCK ? Coding.YCCK : Coding.CMYK;
        }
        if (components != 3) {
            return Coding.PLAIN;
        }
        boolean isRgb = adobe == NO_ADOBE ? !isJfif && ids.equals(RGB_IDS) : adobe == 0 && !isJfif;
        return isRgb ? Coding.PLAIN : Coding.YCC;
    }

    private void application(int marker, byte[] segment, int length) {
        if (segment.length < length) {
            return;
        }
        if (marker == APP0 && startsWith(segment, "JFIF\0")) {
            isJfif = true;
        } else if (marker == APP14 && startsWith(segment, "Adobe") && length > ADOBE_TRANSFORM_AT) {
            adobe = segment[ADOBE_TRANSFORM_AT] & 0xFF;
        } else if (marker == APP1 && startsWith(segment, "Exif\0\0")) {
            isTurned = orientation(segment) > 1;
        }
    }

    private static boolean startsWith(byte[] segment, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return segment.length >= bytes.length && Arrays.equals(segment, 0, bytes.length, bytes, 0, bytes.length);
    }

    /** The first directory's tag 0x0112; 0 where there is none. EXIF 2.32, 4.6.2. */
    private static int orientation(byte[] segment) {
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, TIFF_AT, segment.length - TIFF_AT).slice();
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_BYTES;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    return tiff.getShort(entry + 8) & 0xFFFF;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // a damaged note about the picture says nothing about the picture
        }
        return 0;
    }

    private int nextMarker() throws IOException {
        int marker = in.readUnsignedByte();
        if (marker != 0xFF) {
            throw damaged();
        }
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private DataFormatException damaged() {
        return new DataFormatException(file + " is a damaged JPEG. Replace or remove the image.");
    }
}
