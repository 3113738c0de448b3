package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;

/** Operators that move blocks of elements: Tile, DepthToSpace, SpaceToDepth. */
final class BlockOperators {
    private BlockOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("Tile", BlockOperators::tile);
        operators.put("DepthToSpace", BlockOperators::depthToSpace);
        operators.put("SpaceToDepth", BlockOperators::spaceToDepth);
    }

    private static List<Value> tile(Call call) {
        Elements in = call.elements(0);
        long[] repeats = call.integers(1);
        int rank = in.rank();
        long[] shape = new long[rank];
        long copies = 1;
        for (int i = 0; i < rank; i++) {
            shape[i] = in.shape()[i] * repeats[i];
            copies *= repeats[i];
        }
        Elements out = in.fresh(shape);
        for (long copy = 0; copy < copies; copy++) {
            long rest = copy;
            long start = 0;
            for (int i = rank - 1; i >= 0; i--) {
                start += rest % repeats[i] * in.shape()[i] * out.strides()[i];
                rest /= repeats[i];
            }
            StridedCopy.copy(in, 0, in.strides(), out, start, out.strides(), in.shape());
        }
        return List.of(out.value());
    }

    /** Mode DCR: a channel's number is (row in block, column in block, channel); CRD: (channel, row, column). */
    private static List<Value> depthToSpace(Call call) {
        Elements in = call.elements(0);
        long b = call.attributes().integer("blocksize", 1);
        long[] s = in.shape();
        long[] i = in.strides();
        long channels = s[1] / (b * b);
        boolean channelFirst = call.attributes().text("mode", "DCR").equals("CRD");
        Elements out = in.fresh(s[0], channels, s[2] * b, s[3] * b);
        long[] o = out.strides();
        long[] from = channelFirst
                ? new long[] {i[0], b * b * i[1], i[2], b * i[1], i[3], i[1]}
                : new long[] {i[0], i[1], i[2], b * channels * i[1], i[3], channels * i[1]};
        long[] to = {o[0], o[1], b * o[2], o[2], b * o[3], o[3]};
        StridedCopy.copy(in, 0, from, out, 0, to, new long[] {s[0], channels, s[2], b, s[3], b});
        return List.of(out.value());
    }

    private static List<Value> spaceToDepth(Call call) {
        Elements in = call.elements(0);
        long b = call.attributes().integer("blocksize", 1);
        long[] s = in.shape();
        long[] i = in.strides();
        Elements out = in.fresh(s[0], s[1] * b * b, s[2] / b, s[3] / b);
        long[] o = out.strides();
        long[] from = {i[0], i[1], b * i[2], i[2], b * i[3], i[3]};
        boolean channelFirst = call.attributes().text("mode", "DCR").equals("CRD");
        long[] to = channelFirst
                ? new long[] {o[0], b * b * o[1], o[2], b * o[1], o[3], o[1]}
                : new long[] {o[0], o[1], o[2], b * s[1] * o[1], o[3], s[1] * o[1]};
        StridedCopy.copy(in, 0, from, out, 0, to, new long[] {s[0], s[1], s[2] / b, b, s[3] / b, b});
        return List.of(out.value());
    }
}
