package org.driftscope.io.safetensors;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.io.safetensors.AdapterCodec.LayerMismatch;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.PlainText;

/** Reads one layer's tensors and says what is wrong with them. */
final class LayerTensors {
    private final Map<String, Tensor> tensors;

    /** @throws LayerMismatch if there are others than those known */
    LayerTensors(Map<String, Tensor> tensors, Set<String> known) throws LayerMismatch {
        Set<String> unknown = new HashSet<>(tensors.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new LayerMismatch("has the unknown tensors " + unknown);
        }
        this.tensors = tensors;
    }

    /** Tensors by layer and by the part of their name after the layer's; the longest layer's name that fits wins. */
    static Map<String, Map<String, Tensor>> byLayer(Path file, Safetensors content, Network network, String remedy) {
        Map<String, Map<String, Tensor>> byLayer = new TreeMap<>();
        content.tensors().forEach((written, tensor) -> {
            // as layers' names are: older versions wrote the characters themselves
            String name = PlainText.of(written);
            String layer = network.analogLayers().stream()
                    .map(AnalogLayer::name)
                    .filter(candidate -> name.startsWith(candidate + "."))
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow(() -> new ModelFormatException(file + " holds the tensor '" + name
                            + "', which belongs to no layer of " + network.name() + ". " + remedy));
            byLayer.computeIfAbsent(layer, key -> new TreeMap<>()).put(name.substring(layer.length() + 1), tensor);
        });
        return byLayer;
    }

    /** Finite numbers of one axis. @param length that it must have */
    float[] floats(String name, int length) throws LayerMismatch {
        Tensor tensor = vector(name, Tensor.Type.FLOAT);
        if (tensor.size() != length) {
            throw new LayerMismatch("needs " + length + " values in " + name + ", but the file has " + tensor.size());
        }
        return finite(name, tensor);
    }

    /** Columns of a tensor of two axes, at least 1. */
    int columns(String name) throws LayerMismatch {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.shape().length != 2 || tensor.shape()[1] < 1) {
            throw new LayerMismatch("needs the tensor " + name + " of two axes");
        }
        return Math.toIntExact(tensor.shape()[1]);
    }

    /** Rows of a tensor of two axes, at least 1. */
    int rows(String name) throws LayerMismatch {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.shape().length != 2 || tensor.shape()[0] < 1) {
            throw new LayerMismatch("needs the tensor " + name + " of two axes");
        }
        return Math.toIntExact(tensor.shape()[0]);
    }

    /** Whole numbers of one axis, of any sign. @param length that it must have */
    long[] longs(String name, int length) throws LayerMismatch {
        long[] values = vector(name, Tensor.Type.INT).longs();
        if (values.length != length) {
            throw new LayerMismatch("needs " + length + " values in " + name + ", but the file has " + values.length);
        }
        return values;
    }

    /** Finite numbers of two axes, row-major. */
    float[] floats(String name, int rows, int cols) throws LayerMismatch {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.type() != Tensor.Type.FLOAT) {
            throw new LayerMismatch("needs the tensor " + name + " of floats");
        }
        if (!Arrays.equals(tensor.shape(), new long[] {rows, cols})) {
            throw new LayerMismatch("needs the shape [" + rows + ", " + cols + "] in " + name + ", but the file has "
                    + Arrays.toString(tensor.shape()));
        }
        return finite(name, tensor);
    }

    private static float[] finite(String name, Tensor tensor) throws LayerMismatch {
        for (float value : tensor.floats()) {
            if (!Float.isFinite(value)) {
                throw new LayerMismatch("has NaN or infinite values in " + name);
            }
        }
        return tensor.floats();
    }

    /** Whole numbers of one axis, each at least 0 and below a bound. */
    int[] wholes(String name, long below) throws LayerMismatch {
        long[] values = vector(name, Tensor.Type.INT).longs();
        if (Arrays.stream(values).anyMatch(value -> value < 0 || value >= below)) {
            throw new LayerMismatch("has values outside 0 to " + (below - 1) + " in " + name);
        }
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    /** Bytes of one axis. */
    long[] bytes(String name) throws LayerMismatch {
        long[] bytes = vector(name, Tensor.Type.INT).longs();
        if (Arrays.stream(bytes).anyMatch(value -> value < 0 || value > 0xff)) {
            throw new LayerMismatch("has values outside 0 to 255 in " + name);
        }
        return bytes;
    }

    /** What whole numbers are multiples of: finite, at least 0, of 16 bits. */
    float[] scales(String name) throws LayerMismatch {
        float[] scales = finite(name, vector(name, Tensor.Type.FLOAT));
        for (float scale : scales) {
            if (scale < 0 || FactorPrecision.scale(scale) != scale) {
                throw new LayerMismatch("has scales in " + name + " that are negative or of more than 16 bits");
            }
        }
        return scales;
    }

    private Tensor vector(String name, Tensor.Type type) throws LayerMismatch {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.type() != type || tensor.shape().length != 1) {
            throw new LayerMismatch("needs the tensor " + name + " of one axis");
        }
        return tensor;
    }
}
