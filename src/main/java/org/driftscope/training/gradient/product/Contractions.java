package org.driftscope.training.gradient.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.op.shape.EinsumTerms;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.InputGradients;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Einsum, whose gradients are Einsums as well: that of an operand contracts the result's gradient with the other operands.
 * Letters that only this operand has get ones to repeat along.
 */
public final class Contractions {
    private final OpCall call;
    private final EinsumTerms terms;
    private final List<Tensor> operands = new ArrayList<>();

    private Contractions(OpCall call) {
        this.call = call;
        long[][] shapes = new long[call.inputs()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = call.input(i).shape();
            operands.add(Tensor.floats(FloatArrays.copyOf(call.input(i)), shapes[i]));
        }
        this.terms = EinsumTerms.of(call.attributes().text("equation", ""), shapes);
        for (String letters : terms.operands()) {
            if (letters.chars().distinct().count() != letters.length()) {
                throw call.unsupported("an operand that names a letter twice is not");
            }
        }
    }

    public static Recorded run(OpCall call) {
        Contractions contractions = new Contractions(call);
        INDArray output = contractions.contracted(
                contractions.terms.operands(), contractions.operands, contractions.terms.output());
        return new Recorded(output, contractions::backward);
    }

    private void backward(INDArray gradient, InputGradients inputs) {
        Tensor arriving = Tensor.floats(FloatArrays.copyOf(gradient), gradient.shape());
        for (int i = 0; i < operands.size(); i++) {
            if (inputs.wanted(i)) {
                inputs.add(i, gradientOf(i, arriving));
            }
        }
    }

    private INDArray gradientOf(int operand, Tensor arriving) {
        List<String> letters = new ArrayList<>(List.of(terms.output()));
        List<Tensor> factors = new ArrayList<>(List.of(arriving));
        for (int i = 0; i < operands.size(); i++) {
            if (i != operand) {
                letters.add(terms.operands().get(i));
                factors.add(operands.get(i));
            }
        }
        String own = terms.operands().get(operand);
        String known = String.join("", letters);
        for (int axis = 0; axis < own.length(); axis++) {
            if (known.indexOf(own.charAt(axis)) < 0) {
                letters.add(own.substring(axis, axis + 1));
                factors.add(ones(operands.get(operand).shape()[axis]));
            }
        }
        return contracted(letters, factors, own);
    }

    private static Tensor ones(long count) {
        float[] values = new float[(int) count];
        Arrays.fill(values, 1);
        return Tensor.floats(values, count);
    }

    private INDArray contracted(List<String> letters, List<Tensor> factors, String result) {
        Map<String, Tensor> known = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            names.add("factor " + i);
            known.put("factor " + i, factors.get(i));
        }
        Attributes equation = Attributes.of(Map.of("equation", String.join(",", letters) + "->" + result));
        Node node = new Node(call.node().name(), "Einsum", names, List.of("result"), equation);
        Tensor product = NodeEvaluation.run(node, call.opset(), known).get(0);
        return FloatArrays.of(product.floats(), product.shape());
    }
}
