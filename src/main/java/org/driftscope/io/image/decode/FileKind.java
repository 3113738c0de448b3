package org.driftscope.io.image.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, told from its first bytes, whatever it is called. */
public enum FileKind {
    EMPTY("is empty (0 bytes)", "Fetch it again."),
    LFS_POINTER(
            "is a Git LFS pointer, not the images themselves",
            "Run \"git lfs pull\" where it came from and copy it again."),
    HTML("is a web page", "The download probably failed or needs a login; fetch the file itself."),
    TEXT("is a text file", ImageFormats.WHAT_TO_GIVE),
    TAR("is a tar archive", "Unpack it and give one of the files in it, such as test_batch.bin."),
    PICKLE("is a Python pickle", "Give the binary version of the data set, or an NPZ file with x and y."),
    NPY("is a single NumPy array without labels", "Give an NPZ file with the images as x and the labels as y."),
    PNG("is one PNG image", "Give the folder that has one sub-folder of images a class."),
    JPEG("is one JPEG image", "Give the folder that has one sub-folder of images a class."),
    ZIP("", ""),
    GZIP("", ""),
    IDX("", ""),
    UNKNOWN("", "");

    public static final int HEAD = 512;
    private static final int TAR_MAGIC_AT = 257;

    private final String refusal;
    private final String advice;

    FileKind(String refusal, String advice) {
        this.refusal = refusal;
        this.advice = advice;
    }

    /** Whether a file of this kind can never be an image set. */
    public boolean refused() {
        return !refusal.isEmpty();
    }

    /** Why, in words that follow a file's name, and what to do instead. */
    public String refusal() {
        return refusal + ". " + advice;
    }

    public static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    /** @param head the first 512 bytes, or all if there are fewer */
    public static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        for (Signature signature : Signature.values()) {
            if (signature.matches(head)) {
                return signature.kind;
            }
        }
        return isText(head) ? textKind(head) : UNKNOWN;
    }

    /** A path's last element; the path itself where it has none. */
    public static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static FileKind textKind(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains("<html") || text.contains("<!doctype") ? HTML : TEXT;
    }

    /** Printable throughout and no control character first: a CIFAR record begins with a label below 100. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean space = b == '\t' || b == '\n' || b == '\r';
            if (!space && (b < ' ' && b >= 0 || b == 0x7F)) {
                return false;
            }
        }
        return head[0] < 0 ? head[0] == (byte) 0xEF : head[0] >= ' ';
    }

    /** Bytes that give a kind away. */
    private enum Signature {
        LFS(LFS_POINTER, 0, "version https://git-lfs"),
        GZ(GZIP, 0, "\u001f\u008b"),
        PK(ZIP, 0, "PK\u0003\u0004"),
        NUMPY(NPY, 0, "\u0093NUMPY"),
        PNG_IMAGE(PNG, 0, "\u0089PNG\r\n"),
        JPEG_IMAGE(JPEG, 0, "\u00ff\u00d8\u00ff"),
        USTAR(TAR, TAR_MAGIC_AT, "ustar"),
        PICKLE2(PICKLE, 0, "\u0080\u0002"),
        PICKLE3(PICKLE, 0, "\u0080\u0003"),
        PICKLE4(PICKLE, 0, "\u0080\u0004"),
        PICKLE5(PICKLE, 0, "\u0080\u0005"),
        IDX_IMAGES(IDX, 0, "\u0000\u0000\u0008\u0003"),
        IDX_LABELS(IDX, 0, "\u0000\u0000\u0008\u0001");

        private final FileKind kind;
        private final int place;
        private final byte[] bytes;

        Signature(FileKind kind, int place, String bytes) {
            this.kind = kind;
            this.place = place;
            this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean matches(byte[] head) {
            int end = place + bytes.length;
            return head.length >= end && Arrays.equals(head, place, end, bytes, 0, bytes.length);
        }
    }
}
