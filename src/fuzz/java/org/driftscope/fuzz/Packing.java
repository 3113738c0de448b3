package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs what the fuzzer makes up as NPZ or gz should be packed, so that it gets past the packing. */
public final class Packing {
    private static final int MOST_ENTRIES = 4;

    private Packing() {}

    /** An archive of up to four arrays. @param names of the first ones; the others get any */
    public static byte[] npz(FuzzedDataProvider data, String... names) {
        return npzWithText(data, "", "", names);
    }

    /** The same with a text among the arrays. @param entry its name; "" for none */
    public static byte[] npzWithText(FuzzedDataProvider data, String entry, String text, String... names) {
        return packed(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                if (!entry.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write(text.getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
                int entries = data.consumeInt(1, MOST_ENTRIES);
                for (int i = 0; i < entries; i++) {
                    String name = i < names.length ? names[i] + ".npy" : data.consumeAsciiString(8) + i;
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(array(data));
                    zip.closeEntry();
                }
            }
        });
    }

    /** A header that parses, over numbers that may or may not be there. */
    private static byte[] array(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return data.consumeBytes(200);
        }
        String type = data.pickValue(new String[] {"|u1", "<f4", "<f8", "<i8", "<i4", ">f4", "|b1", "<U3", "|O"});
        StringBuilder shape = new StringBuilder();
        int axes = data.consumeInt(0, 5);
        for (int i = 0; i < axes; i++) {
            shape.append(data.consumeInt(-1, 12)).append(", ");
        }
        String header = "{'descr': '" + type + "', 'fortran_order': " + (data.consumeBoolean() ? "True" : "False")
                + ", 'shape': (" + shape + "), }\n";
        return packed(out -> {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
            out.write(header.length() & 0xff);
            out.write(header.length() >> 8);
            out.write(header.getBytes(StandardCharsets.ISO_8859_1));
            out.write(data.consumeBytes(data.consumeInt(0, 400)));
        });
    }

    public static byte[] gz(byte[] bytes) {
        return packed(out -> {
            try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
                gz.write(bytes);
            }
        });
    }

    /** Puts out bytes. */
    private interface Packer {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packer packer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            packer.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
