package org.driftscope.io.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onnx.Onnx.TensorProto;
import org.driftscope.io.files.Hashes;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;

/** Reads single tensors in ONNX's format, such as the inputs and outputs that come with its conformance tests. */
public final class OnnxTensorReader {
    private OnnxTensorReader() {}

    /**
     * @param file one TensorProto, e.g. test_data_set_0/input_0.pb
     * @throws ModelFormatException if it is damaged or not numeric
     */
    public static Tensor read(Path file) {
        try {
            TensorProto proto = TensorProto.parseFrom(Files.readAllBytes(file));
            return new TensorDecoder(file, new ExternalTensors(file, Hashes.newSha256())).decode(proto);
        } catch (IOException e) {
            throw new ModelFormatException(
                    file + " is not a readable ONNX tensor (" + e.getMessage() + "). Download it again.", e);
        }
    }
}
