package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.op.shape.EinsumTerms;

/** Matrix products. */
final class ProductOutlines {
    private ProductOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("MatMul", ProductOutlines::matMul);
        rules.put("Gemm", ProductOutlines::gemm);
        rules.put("Einsum", ProductOutlines::einsum);
    }

    private static List<Outline> matMul(OutlineCall call) {
        long[] left = call.real(0).shape();
        long[] right = call.real(1).shape();
        String text = "multiplies shapes " + Arrays.toString(left) + " and " + Arrays.toString(right);
        call.require(left.length > 0 && right.length > 0, text);
        long[] a = left.length == 1 ? new long[] {1, left[0]} : left;
        long[] b = right.length == 1 ? new long[] {right[0], 1} : right;
        call.require(a[a.length - 1] == b[b.length - 2], text + ", which do not fit");
        long[] batch = call.common(Arrays.copyOf(a, a.length - 2), Arrays.copyOf(b, b.length - 2));
        long[] shape = Arrays.copyOf(batch, batch.length + 2);
        int next = batch.length;
        if (left.length > 1) {
            shape[next++] = left[left.length - 2];
        }
        if (right.length > 1) {
            shape[next++] = right[right.length - 1];
        }
        return call.shaped(Arrays.copyOf(shape, next));
    }

    private static List<Outline> gemm(OutlineCall call) {
        long[] a = call.real(0).shape();
        long[] b = call.real(1).shape();
        String text = "multiplies shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + ", which do not fit";
        call.require(a.length == 2 && b.length == 2, text);
        boolean transA = call.attributes().integer("transA", 0) != 0;
        boolean transB = call.attributes().integer("transB", 0) != 0;
        call.require(a[transA ? 0 : 1] == b[transB ? 1 : 0], text);
        long[] shape = {a[transA ? 1 : 0], b[transB ? 0 : 1]};
        if (call.has(2)) {
            call.real(2);
            call.requireRepeats(2, shape);
        }
        return call.shaped(shape);
    }

    private static List<Outline> einsum(OutlineCall call) {
        long[][] shapes = new long[call.inputs()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = call.real(i).shape();
        }
        try {
            EinsumTerms terms = EinsumTerms.of(call.attributes().text("equation", ""), shapes);
            return call.shaped(terms.outputShape());
        } catch (IllegalArgumentException e) {
            throw call.failure(String.valueOf(e.getMessage()));
        }
    }
}
