package org.driftscope.network.outline;

import java.util.List;
import java.util.Map;
import org.driftscope.network.ElementwiseNames;
import org.driftscope.network.Tensor;

/** Operators that work element by element, with NumPy's broadcasting where there are several inputs. */
final class ElementwiseOutlines {
    private ElementwiseOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        ElementwiseNames.REAL.forEach(
                op -> rules.put(op, call -> call.shaped(call.real(0).shape())));
        ElementwiseNames.NUMBERS.forEach(
                op -> rules.put(op, call -> call.shaped(call.number(0).shape())));
        ElementwiseNames.ARITHMETIC.forEach(op -> rules.put(op, call -> call.shaped(joined(call, false))));
        ElementwiseNames.COMPARISONS.forEach(op -> rules.put(op, call -> truth(joined(call, false))));
        ElementwiseNames.LOGIC.forEach(op -> rules.put(op, call -> {
            call.flags(0);
            return truth(joined(call, true));
        }));
        rules.put("Mean", call -> {
            call.real(0);
            return call.shaped(joined(call, false));
        });
        rules.put("Equal", call -> truth(joined(call, true)));
        rules.put("Not", call -> truth(call.flags(0).shape()));
        rules.put("Pow", call -> {
            call.number(0);
            call.number(1);
            return call.shaped(call.common(call.shape(0), call.shape(1)));
        });
        rules.put("Where", ElementwiseOutlines::where);
        rules.put("Clip", ElementwiseOutlines::clip);
        rules.put("Cast", ElementwiseOutlines::cast);
        rules.put("PRelu", call -> {
            call.real(0);
            call.real(1);
            call.requireRepeats(1, call.shape(0));
            return call.shaped(call.shape(0));
        });
    }

    private static List<Outline> truth(long... shape) {
        return List.of(Outline.of(Tensor.Type.BOOL, shape));
    }

    /** The common shape of all inputs, which must be of one type. */
    private static long[] joined(OutlineCall call, boolean flagsToo) {
        long[] shape = call.shape(0);
        for (int i = 0; i < call.inputs(); i++) {
            call.require(
                    flagsToo || call.type(i) != Tensor.Type.BOOL, "computes with true or false instead of numbers");
            call.require(
                    call.type(i) == call.type(0),
                    "joins " + call.input(0) + " with " + call.input(i) + ", another type");
            shape = call.common(shape, call.shape(i));
        }
        return shape;
    }

    private static List<Outline> where(OutlineCall call) {
        call.flags(0);
        call.require(call.type(1) == call.type(2), "chooses between " + call.input(1) + " and " + call.input(2));
        long[] shape = call.common(call.shape(0), call.common(call.shape(1), call.shape(2)));
        return List.of(Outline.of(call.type(1), shape));
    }

    private static List<Outline> clip(OutlineCall call) {
        call.number(0);
        for (int bound = 1; bound < 3 && call.opset() >= 11; bound++) {
            if (call.has(bound)) {
                Outline outline = call.input(bound);
                call.require(
                        outline.size() == 1 && outline.type() == call.type(0),
                        "has the bound " + outline + " for " + call.input(0));
            }
        }
        return call.shaped(call.shape(0));
    }

    /** ONNX's element types: 1, 10, 11, 16 are floats, 9 is true or false. */
    private static List<Outline> cast(OutlineCall call) {
        int to = (int) call.attributes().integer("to", 1);
        Tensor.Type type =
                switch (to) {
                    case 1, 10, 11, 16 -> Tensor.Type.FLOAT;
                    case 9 -> Tensor.Type.BOOL;
                    case 2, 3, 4, 5, 6, 7, 12, 13 -> Tensor.Type.INT;
                    default -> throw call.failure("casts to element type " + to + ", which is not supported");
                };
        return List.of(Outline.of(type, call.shape(0)));
    }
}
