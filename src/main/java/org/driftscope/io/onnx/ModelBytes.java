package org.driftscope.io.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.driftscope.support.ModelFormatException;

/** Reads a model file once, whole, after a look at its size and kind. */
final class ModelBytes {
    /** Protobuf's own limit for one message, which is also that of a Java array. */
    private static final long LIMIT = Integer.MAX_VALUE - 8L;

    private ModelBytes() {}

    /**
     * @return the whole file
     * @throws ModelFormatException if there is no such file, or it is too large, empty or plainly not ONNX
     */
    static byte[] read(Path file) {
        String refusal = InputFiles.refusal(file, "the path of an ONNX file, such as model.onnx");
        if (!refusal.isEmpty()) {
            throw new ModelFormatException(file + refusal);
        }
        byte[] bytes = readAll(file);
        ForeignFormats.refuse(file, bytes);
        return bytes;
    }

    private static byte[] readAll(Path file) {
        try {
            long size = Files.size(file);
            if (size > LIMIT) {
                throw new ModelFormatException(file + " has " + size + " bytes, above the 2 GB limit of the protobuf"
                        + " format. Export the model with external data, which keeps weights in files beside it.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }
}
