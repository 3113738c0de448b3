package org.driftscope.io.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.onnx.standard.StandardGraph;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.load.ConstantFolding;
import org.driftscope.network.load.ImageInput;
import org.driftscope.network.load.ScoreOutput;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.ModelFormatException;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * Reads ONNX files, opset 6 and later, with protobuf's generated classes. Everything that Driftscope cannot run is refused
 * here, by name, before anything runs.
 */
public final class OnnxReader {
    private OnnxReader() {}

    /**
     * Reads an image classifier.
     *
     * @param file an ONNX model; external data is taken from its own folder only
     * @return the network, constants folded; its sha256 is the file's, followed by external tensors' bytes if any
     * @throws ModelFormatException a sentence naming file, place and remedy, if the file is damaged, is something else,
     *     or holds what Driftscope does not support
     */
    public static Network read(Path file) {
        try {
            Parsed parsed = parse(file);
            Network graph = network(file, parsed);
            boolean bytes = ModelInput.requireOneImageBatch(file.toString(), parsed.graph(), graph.inputs());
            Network folded = fold(file, ImageInput.of(ScoreOutput.of(graph), bytes));
            WeightCheck.requireUsable(file.toString(), folded);
            LoadCheck.requireRunnable(file.toString(), folded);
            return folded;
        } catch (IncompatibleShapeException e) {
            // while constants are folded or shapes computed
            throw new ModelFormatException(file + " cannot run: " + e.userMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new ModelFormatException(
                    file + " needs more memory than there is. Give Java more with -Xmx, or export a smaller model.", e);
        }
    }

    /**
     * Reads any graph of supported operators, also one without weights or with several inputs, as conformance tests use;
     * constants are not folded.
     *
     * @throws ModelFormatException as {@link #read}
     */
    public static Network readGraph(Path file) {
        return network(file, parse(file));
    }

    private record Parsed(GraphProto graph, int opset, MessageDigest digest) {}

    private static Parsed parse(Path file) {
        byte[] bytes = ModelBytes.read(file);
        MessageDigest digest = Hashes.newSha256();
        digest.update(bytes);
        ModelProto model = parse(file, bytes);
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new ModelFormatException(file
                    + " holds no graph. The file is truncated or not an ONNX model: download" + " or export it again.");
        }
        StandardGraph standard = StandardGraph.of(file.toString(), model, OperatorCheck.opset(file.toString(), model));
        OperatorCheck.requireSupported(file.toString(), standard.graph(), standard.opset());
        return new Parsed(standard.graph(), standard.opset(), digest);
    }

    /** Raw data stays in the file's bytes (aliasing) rather than being copied. */
    private static ModelProto parse(Path file, byte[] bytes) {
        try {
            RepeatedParts.refuse(file, bytes, ModelProto.getDescriptor());
            CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            in.enableAliasing(true);
            return ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new ModelFormatException(
                    file + " is not a readable ONNX model: it is truncated, damaged or of another format."
                            + " Download or export it again.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private static Network network(Path file, Parsed parsed) {
        TensorDecoder tensors = new TensorDecoder(file, new ExternalTensors(file, parsed.digest()));
        GraphDecoder decoder = new GraphDecoder(file, parsed.graph(), tensors);
        Map<String, Tensor> constants = decoder.constants();
        List<ValueShape> inputs = decoder.inputs(constants.keySet());
        List<ValueShape> outputs = decoder.outputs();
        List<Node> nodes = decoder.nodes(constants.keySet(), inputs, outputs);
        NodeCheck.requireSound(file.toString(), nodes);
        WindowCheck.requireSound(file.toString(), nodes, constants);
        String sha256 = Hashes.hex(parsed.digest());
        return new Network(file.getFileName().toString(), parsed.opset(), nodes, constants, inputs, outputs, sha256);
    }

    /** Errors name the file. */
    private static Network fold(Path file, Network graph) {
        try {
            return ConstantFolding.fold(graph);
        } catch (ModelFormatException e) {
            throw new ModelFormatException(file + ": " + e.userMessage(), e);
        }
    }
}
