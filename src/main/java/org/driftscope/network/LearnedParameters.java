package org.driftscope.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the constants that were learned from those that merely are there. */
final class LearnedParameters {
    /** Operators whose float operands are learned where they are constants; batch norm's own come first. */
    private static final Set<String> LEARNING = Set.of(
            "Conv",
            "ConvTranspose",
            "Gemm",
            "MatMul",
            "PRelu",
            "LayerNormalization",
            "RMSNormalization",
            "InstanceNormalization",
            "GroupNormalization",
            "Add",
            "Mul",
            "Sub",
            "Div");

    /** Masks push scores this far down or further: exp(-50) is nothing beside float's 24 bits; Swin's are -100. */
    private static final float MASKED = -50;

    /** Scale and shift; the two that follow are running statistics. */
    private static final List<Integer> BATCH_NORM_AFFINE = List.of(1, 2);

    private LearnedParameters() {}

    /** Names of the learned constants, each once, in order of use. Scalars and masks belong to a formula. */
    static Set<String> names(List<Node> nodes, Map<String, Tensor> constants) {
        Set<String> learned = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.op().equals("BatchNormalization")) {
                BATCH_NORM_AFFINE.forEach(index -> addIfLearned(node.input(index), constants, learned));
            } else if (LEARNING.contains(node.op())) {
                node.inputs().forEach(input -> addIfLearned(input, constants, learned));
            }
        }
        return learned;
    }

    private static void addIfLearned(String name, Map<String, Tensor> constants, Set<String> learned) {
        Tensor tensor = constants.get(name);
        if (tensor != null && tensor.type() == Tensor.Type.FLOAT && tensor.size() > 1 && !isMask(tensor)) {
            learned.add(name);
        }
    }

    /** What attention adds to scores that do not count: nothing but 0 and numbers far below. */
    private static boolean isMask(Tensor tensor) {
        boolean masks = false;
        for (float value : tensor.floats()) {
            if (value != 0 && value > MASKED || Float.isNaN(value)) {
                return false;
            }
            masks |= value <= MASKED;
        }
        return masks;
    }
}
