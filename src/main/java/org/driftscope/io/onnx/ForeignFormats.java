package org.driftscope.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.driftscope.support.ModelFormatException;

/** Recognises, by content, files that are often taken for ONNX models, and says what to do with them. */
final class ForeignFormats {
    private static final String EXPORT_FROM_TORCH =
            " It holds weights but not the network's graph: load it in PyTorch and export the model with"
                    + " torch.onnx.export(model, example_input, \"model.onnx\").";
    private static final String EXPORT = " Export the network to ONNX with the tool that made it.";
    private static final int TEXT_SAMPLE = 512;
    private static final int ZIP_SAMPLE = 1 << 16;

    private record Signature(String magic, int offset, String what, String remedy) {
        boolean matches(byte[] bytes) {
            byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length < offset + wanted.length) {
                return false;
            }
            for (int i = 0; i < wanted.length; i++) {
                if (bytes[offset + i] != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(
                    "version https://git-lfs",
                    0,
                    "a Git LFS pointer, not the model itself",
                    " Fetch the model with \"git lfs pull\", or download it from the repository's page."),
            new Signature("\u0080\u0002\u008a\nl\u00fc\u009cF", 0, "a PyTorch checkpoint (pickle)", EXPORT_FROM_TORCH),
            new Signature("\u0080\u0002", 0, "a Python pickle", EXPORT_FROM_TORCH),
            new Signature("\u0080\u0003", 0, "a Python pickle", EXPORT_FROM_TORCH),
            new Signature("\u0080\u0004", 0, "a Python pickle", EXPORT_FROM_TORCH),
            new Signature("\u0080\u0005", 0, "a Python pickle", EXPORT_FROM_TORCH),
            new Signature("\u0089HDF\r\n", 0, "an HDF5 file, as Keras writes", EXPORT),
            new Signature("TFL3", 4, "a TensorFlow Lite model", EXPORT),
            new Signature("ORTM", 4, "an ONNX Runtime model", " Give the ONNX file that it was made from."),
            new Signature("GGUF", 0, "a GGUF model", EXPORT),
            new Signature("\u0093NUMPY", 0, "a NumPy array", EXPORT),
            new Signature("\u001f\u008b", 0, "a gzip archive", " Unpack it first (gunzip)."),
            new Signature("7z\u00bc\u00af", 0, "a 7-zip archive", " Unpack it first."),
            new Signature("\u0089PNG", 0, "a PNG picture", " Give the ONNX file of a network."),
            new Signature("\u00ff\u00d8\u00ff", 0, "a JPEG picture", " Give the ONNX file of a network."),
            new Signature("%PDF", 0, "a PDF document", " Give the ONNX file of a network."));

    private ForeignFormats() {}

    /** @throws ModelFormatException naming the file, what it is and the remedy, if it is plainly not ONNX */
    static void refuse(Path file, byte[] bytes) {
        if (bytes.length == 0) {
            throw new ModelFormatException(file + " is empty (0 bytes). Download or export the model again.");
        }
        for (Signature signature : SIGNATURES) {
            if (signature.matches(bytes)) {
                throw refusal(file, signature.what(), signature.remedy());
            }
        }
        if (isZip(bytes)) {
            boolean checkpoint = contains(bytes, "data.pkl");
            throw checkpoint
                    ? refusal(file, "a PyTorch checkpoint (zip)", EXPORT_FROM_TORCH)
                    : refusal(file, "a zip archive", " Unpack it and give the ONNX file inside.");
        }
        if (isSafetensors(bytes)) {
            throw refusal(file, "a safetensors file", EXPORT_FROM_TORCH);
        }
        if (isText(bytes)) {
            String start = new String(bytes, 0, Math.min(bytes.length, TEXT_SAMPLE), StandardCharsets.UTF_8);
            throw start.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")
                    ? refusal(file, "a web page or XML text", " Download the model file itself, not its page.")
                    : refusal(file, "a text file", " Give the ONNX file of a network.");
        }
    }

    private static ModelFormatException refusal(Path file, String what, String remedy) {
        return new ModelFormatException(file + " is " + what + ", not an ONNX model." + remedy);
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9 && bytes[3] < 9;
    }

    /** The names lie in the local headers near the start and again in the directory at the end. */
    private static boolean contains(byte[] bytes, String name) {
        int sample = Math.min(bytes.length, ZIP_SAMPLE);
        String start = new String(bytes, 0, sample, StandardCharsets.ISO_8859_1);
        String end = new String(bytes, bytes.length - sample, sample, StandardCharsets.ISO_8859_1);
        return start.contains(name) || end.contains(name);
    }

    /** A safetensors file starts with its header's length, 8 bytes little endian, and the header is JSON. */
    private static boolean isSafetensors(byte[] bytes) {
        if (bytes.length < 10 || bytes[8] != '{') {
            return false;
        }
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return header > 0 && header <= bytes.length - 8L;
    }

    /** ONNX starts with a control character (the tag of a small field), text does not. */
    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, TEXT_SAMPLE); i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
