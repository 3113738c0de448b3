package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.shape.RangeCount;
import org.driftscope.network.op.shape.ResizeAxis;
import org.driftscope.network.op.shape.ResizeScales;

/** Operators on shapes, constants and sizes. */
final class ShapeOutlines {
    private ShapeOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("Shape", ShapeOutlines::shape);
        rules.put(
                "Size",
                call -> List.of(Outline.of(Tensor.ints(new long[] {call.input(0).size()}))));
        rules.put("Constant", ShapeOutlines::constant);
        rules.put("ConstantOfShape", ShapeOutlines::constantOfShape);
        rules.put("Range", ShapeOutlines::range);
        rules.put("Resize", ShapeOutlines::resize);
        rules.put("Upsample", ShapeOutlines::resize);
    }

    private static List<Outline> shape(OutlineCall call) {
        long[] shape = call.shape(0);
        int start = bound(call.attributes().integer("start", 0), shape.length);
        int end = bound(call.attributes().integer("end", shape.length), shape.length);
        long[] part = Arrays.copyOfRange(shape, start, Math.max(start, end));
        return List.of(Outline.of(Tensor.ints(part, part.length)));
    }

    private static int bound(long axis, int rank) {
        return (int) Math.min(rank, Math.max(0, axis < 0 ? axis + rank : axis));
    }

    private static List<Outline> constant(OutlineCall call) {
        Tensor tensor = call.attributes().tensor("value");
        if (tensor != null) {
            return List.of(Outline.of(tensor));
        }
        for (String name : List.of("value_float", "value_floats", "value_int", "value_ints")) {
            if (call.attributes().has(name)) {
                Tensor.Type type = name.startsWith("value_f") ? Tensor.Type.FLOAT : Tensor.Type.INT;
                int count = type == Tensor.Type.FLOAT
                        ? call.attributes().reals(name).length
                        : call.attributes().integers(name).length;
                return List.of(name.endsWith("s") ? Outline.of(type, count) : Outline.of(type));
            }
        }
        throw call.failure("holds a constant that is neither a number nor a tensor");
    }

    private static List<Outline> constantOfShape(OutlineCall call) {
        long[] shape = call.integers(0);
        call.require(Arrays.stream(shape).allMatch(size -> size >= 0), "asks for shape " + Arrays.toString(shape));
        Tensor filler = call.attributes().tensor("value");
        call.require(filler == null || filler.size() == 1, "fills with several numbers at once");
        return List.of(Outline.of(filler == null ? Tensor.Type.FLOAT : filler.type(), shape));
    }

    private static List<Outline> range(OutlineCall call) {
        Tensor[] settings = new Tensor[3];
        for (int i = 0; i < 3; i++) {
            Tensor content = call.number(i).content();
            call.require(
                    content != null && content.size() == 1 && content.type() == call.type(0),
                    "takes its length from the images");
            settings[i] = content;
        }
        long count = RangeCount.of(settings[0], settings[1], settings[2]);
        call.require(count >= 0, "has a step of 0");
        return call.shaped(count);
    }

    private static List<Outline> resize(OutlineCall call) {
        Tensor[] given = new Tensor[call.inputs()];
        for (int i = 1; i < given.length; i++) {
            given[i] = call.has(i) ? call.input(i).content() : null;
            call.require(!call.has(i) || given[i] != null, "takes its sizes from the images");
        }
        call.real(0);
        String problem = ResizeAxis.problem(call.attributes());
        call.require(problem == null, String.valueOf(problem));
        try {
            return call.shaped(ResizeScales.of(call.attributes(), call.opset(), call.shape(0), given)
                    .sizes());
        } catch (IllegalArgumentException e) {
            throw call.failure(String.valueOf(e.getMessage()));
        }
    }
}
