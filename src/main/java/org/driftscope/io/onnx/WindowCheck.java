package org.driftscope.io.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** Refuses convolutions and poolings whose settings contradict each other or their weights. */
final class WindowCheck {
    private static final Set<String> WINDOWED = Set.of("Conv", "MaxPool", "AveragePool");
    private static final Set<String> AUTO_PADS = Set.of("", "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID");
    private static final long LARGEST = 1 << 16;

    private final String file;
    private final Node node;
    private final Attributes attributes;

    private WindowCheck(String file, Node node) {
        this.file = file;
        this.node = node;
        this.attributes = node.attributes();
    }

    /** @throws ModelFormatException naming the first node at fault */
    static void requireSound(String file, List<Node> nodes, Map<String, Tensor> constants) {
        for (Node node : nodes) {
            if (WINDOWED.contains(node.op())) {
                new WindowCheck(file, node).check(constants.get(node.input(1)));
            }
        }
    }

    private void check(@Nullable Tensor weight) {
        int axes = attributes.integers("kernel_shape").length;
        if (node.op().equals("Conv") && weight != null) {
            requireWeight(weight.shape());
            axes = weight.shape().length - 2;
        }
        if (axes != 0) {
            require(axes <= 2, "has " + axes + " spatial axes; 1 and 2 are supported");
            requireList("kernel_shape", axes, 1);
            requireList("strides", axes, 1);
            requireList("dilations", axes, 1);
            requireList("pads", 2 * axes, 0);
        }
        String autoPad = attributes.text("auto_pad", "NOTSET");
        require(AUTO_PADS.contains(autoPad), "has the unknown auto_pad \"" + autoPad + "\"");
    }

    private void requireWeight(long[] shape) {
        String text = Arrays.toString(shape);
        require(shape.length > 2 && Arrays.stream(shape).allMatch(size -> size > 0), "has a weight of shape " + text);
        long groups = attributes.integer("group", 1);
        require(groups > 0 && shape[0] % groups == 0, "has " + groups + " groups for a weight of shape " + text);
        long[] kernel = Arrays.copyOfRange(shape, 2, shape.length);
        require(
                Arrays.equals(attributes.integers("kernel_shape", kernel), kernel),
                "has a kernel_shape that contradicts its weight of shape " + text);
    }

    private void requireList(String name, int count, long smallest) {
        if (!attributes.has(name)) {
            return;
        }
        long[] values = attributes.integers(name);
        boolean sound = values.length == count
                && Arrays.stream(values).allMatch(value -> value >= smallest && value <= LARGEST);
        require(sound, "has the impossible " + name + " " + Arrays.toString(values));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ModelFormatException(file + ": node '" + node.name() + "' (" + node.op() + ") " + otherwise
                    + ". Export the model again.");
        }
    }
}
