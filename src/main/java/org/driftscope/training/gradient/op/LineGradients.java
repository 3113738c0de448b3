package org.driftscope.training.gradient.op;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.op.shape.Lines;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Operators that make of each element something of its line along an axis. */
final class LineGradients {
    private LineGradients() {}

    /** Sums up to each element; each passes its gradient on to all that were summed, which is the same the other way round. */
    static Recorded running(OpCall call) {
        Node node = call.node();
        Map<String, Object> turned = new HashMap<>(node.attributes().asMap());
        turned.put("reverse", 1 - node.attributes().integer("reverse", 0));
        Node back = new Node(node.name(), node.op(), node.inputs(), node.outputs(), Attributes.of(turned));
        return new Recorded(
                Inference.run(call), (gradient, inputs) -> inputs.add(0, Inference.run(call, back, gradient)));
    }

    /** A step: its slope is 0 wherever it has one. */
    static Recorded largest(OpCall call) {
        return new Recorded(Inference.run(call), (gradient, inputs) -> inputs.add(0, gradient.mul(0)));
    }

    /** {@code dx = (dy - u sum(y dy)) / norm} along the line, u the sign of x for a sum of absolute values, else y. */
    static Recorded normalised(OpCall call) {
        INDArray input = call.input(0);
        INDArray output = Inference.run(call);
        long axis = call.attributes().integer("axis", -1);
        Lines lines = Lines.along(input.shape(), (int) (axis < 0 ? axis + input.rank() : axis));
        boolean absolute = call.attributes().integer("p", 2) == 1;
        return new Recorded(output, (gradient, inputs) -> {
            float[] x = FloatArrays.copyOf(input);
            float[] y = FloatArrays.copyOf(output);
            float[] dx = FloatArrays.copyOf(gradient);
            for (int line = 0; line < lines.count(); line++) {
                double shared = 0;
                double sum = 0;
                for (int i = 0; i < lines.length(); i++) {
                    int at = lines.at(line, i);
                    shared += (double) y[at] * dx[at];
                    sum += absolute ? Math.abs(x[at]) : (double) x[at] * x[at];
                }
                double norm = absolute ? sum : Math.sqrt(sum);
                for (int i = 0; i < lines.length() && norm > 0; i++) {
                    int at = lines.at(line, i);
                    dx[at] = (float) ((dx[at] - (absolute ? Math.signum(x[at]) : y[at]) * shared) / norm);
                }
            }
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }
}
