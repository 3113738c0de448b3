package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.io.safetensors.Safetensors;
import org.driftscope.io.safetensors.SafetensorsWriter;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;

/** Adapters and factory statistics: raw bytes, a header of the right length over them, or whole files with parts changed. */
public final class SafetensorsFuzz {
    private static final ScratchFile FILE = new ScratchFile("file.safetensors");
    private static final Network NETWORK = SmallNetworks.classifier();
    private static final List<Safetensors> WHOLE = TensorSeeds.all(NETWORK, FILE.path());
    private static final String[] TEXTS = {
        "", "-1", "0", "1", "2147483648", "1e999", "NaN", "{}", "[]", "null", "low-rank", "sparse", "tile-scale", "adapters-1"
    };
    private static final float[] REALS = {0, -1, 1e30f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE};

    private SafetensorsFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 7)) {
            case 0 -> FILE.put(data.consumeRemainingAsBytes());
            case 1 -> FILE.put(withHeader(data));
            default -> SafetensorsWriter.write(changed(data, data.pickValue(WHOLE)), FILE.path());
        }
        ScratchFile.accepting(() -> AdapterFile.load(FILE.path(), NETWORK));
        ScratchFile.accepting(() -> StatisticsFile.load(FILE.path(), NETWORK));
    }

    private static byte[] withHeader(FuzzedDataProvider data) {
        byte[] header = data.consumeString(300).getBytes(StandardCharsets.UTF_8);
        byte[] body = data.consumeRemainingAsBytes();
        return ByteBuffer.allocate(8 + header.length + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(body)
                .array();
    }

    private static Safetensors changed(FuzzedDataProvider data, Safetensors whole) {
        TreeMap<String, Tensor> tensors = new TreeMap<>(whole.tensors());
        TreeMap<String, String> texts = new TreeMap<>(whole.metadata());
        int edits = data.consumeInt(1, 4);
        for (int i = 0; i < edits; i++) {
            if (data.consumeBoolean()) {
                changeText(data, texts);
            } else {
                changeTensor(data, tensors);
            }
        }
        return Safetensors.of(tensors, texts);
    }

    private static void changeText(FuzzedDataProvider data, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        String key = data.pickValue(List.copyOf(texts.keySet()));
        switch (data.consumeInt(0, 4)) {
            case 0 -> texts.remove(key);
            case 1 -> texts.put(key, data.consumeString(40));
            case 2 -> texts.put(data.consumeString(20), "x");
            default -> texts.put(key, data.pickValue(TEXTS));
        }
    }

    private static void changeTensor(FuzzedDataProvider data, Map<String, Tensor> tensors) {
        if (tensors.isEmpty()) {
            return;
        }
        String name = data.pickValue(List.copyOf(tensors.keySet()));
        Tensor tensor = tensors.remove(name);
        switch (data.consumeInt(0, 5)) {
            case 0 -> {}
            case 1 -> tensors.put(data.pickValue(new String[] {name + "x", "conv", "fc.bias", "n" + data.consumeString(12)}), tensor);
            case 2 -> tensors.put(name, shaped(data, data.consumeBoolean()));
            default -> tensors.put(name, spoilt(data, tensor));
        }
    }

    private static Tensor shaped(FuzzedDataProvider data, boolean whole) {
        long[] shape = new long[data.consumeInt(0, 4)];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = data.consumeInt(0, 6);
            size *= (int) shape[i];
        }
        return whole ? Tensor.ints(new long[size], shape) : Tensor.floats(new float[size], shape);
    }

    private static Tensor spoilt(FuzzedDataProvider data, Tensor tensor) {
        if (tensor.type() == Tensor.Type.FLOAT) {
            float[] values = tensor.floats().clone();
            if (values.length > 0) {
                values[data.consumeInt(0, values.length - 1)] = REALS[data.consumeInt(0, REALS.length - 1)];
            }
            return Tensor.floats(values, tensor.shape());
        }
        long[] values = tensor.longs().clone();
        if (values.length > 0) {
            values[data.consumeInt(0, values.length - 1)] = data.consumeBoolean() ? data.consumeLong() : data.consumeInt(-2, 30);
        }
        return Tensor.ints(values, tensor.shape());
    }
}
