package org.driftscope.network.batch;

import java.util.Map;
import org.driftscope.network.op.shape.EinsumTerms;

/** Matrix products: the batch may be rows, columns or a leading axis, but not what is summed over. */
final class ProductBatch {
    private ProductBatch() {}

    static void register(Map<String, BatchRule> rules) {
        rules.put("Gemm", ProductBatch::gemm);
        rules.put("MatMul", ProductBatch::matMul);
        rules.put("Einsum", ProductBatch::einsum);
    }

    private static int gemm(BatchCall call) {
        int rows = call.attributes().integer("transA", 0) != 0 ? 1 : 0;
        boolean plain = call.onlyFirst() && call.batch(0) == rows;
        boolean sameForAll = !call.has(2) || call.rank(2) < 2 || call.input(2).shape()[0] == 1;
        return plain && sameForAll ? 0 : BatchAxes.LOST;
    }

    private static int matMul(BatchCall call) {
        int left = call.rank(0);
        int right = call.rank(1);
        if (left < 2 || right < 2) {
            return BatchAxes.LOST;
        }
        int rank = call.output().rank();
        if (call.batch(1) == BatchAxes.NONE && call.batch(0) == left - 2) {
            return rank - 2;
        }
        if (call.batch(0) == BatchAxes.NONE && call.batch(1) == right - 1) {
            return rank - 1;
        }
        return BroadcastBatch.aligned(call, rank - 2, 2);
    }

    /** Every operand with images must have them under one letter, which the output keeps and no other operand has. */
    private static int einsum(BatchCall call) {
        EinsumTerms terms;
        try {
            terms = EinsumTerms.of(call.attributes().text("equation", ""), shapes(call));
        } catch (IllegalArgumentException e) {
            return BatchAxes.LOST;
        }
        String[] operands = terms.operands().toArray(String[]::new);
        char letter = 0;
        for (int i = 0; i < operands.length; i++) {
            if (call.batch(i) >= 0) {
                char own = operands[i].charAt(call.batch(i));
                if ((letter != 0 && letter != own) || operands[i].indexOf(own) != operands[i].lastIndexOf(own)) {
                    return BatchAxes.LOST;
                }
                letter = own;
            }
        }
        for (int i = 0; i < operands.length; i++) {
            if (call.batch(i) < 0 && operands[i].indexOf(letter) >= 0) {
                return BatchAxes.LOST;
            }
        }
        int axis = terms.output().indexOf(letter);
        return axis >= 0 ? axis : BatchAxes.LOST;
    }

    private static long[][] shapes(BatchCall call) {
        long[][] shapes = new long[call.axes().length][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = call.input(i).shape();
        }
        return shapes;
    }
}
