package org.driftscope.network.run.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.Operators;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.RowFunction;
import org.driftscope.network.op.array.RowProgram;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;

/**
 * Element-wise operators of which only the last one's result is read elsewhere. Those that give that result's shape run
 * piece by piece as one; those before them that give less run by themselves, and so do all where integers are about.
 */
final class ElementChain implements Operator {
    private final int entering;
    private final List<Link> links;

    /**
     * One node.
     *
     * @param places of its inputs: values that enter the chain come first, then the links' results in their order
     */
    record Link(Node node, RowFunction function, List<Integer> places) {}

    /**
     * @param entering how many values enter
     * @param links in the graph's order
     */
    ElementChain(int entering, List<Link> links) {
        this.entering = entering;
        this.links = List.copyOf(links);
    }

    @Override
    public List<Value> apply(Call call) {
        List<long[]> shapes = shapes(call);
        boolean[] together = together(shapes);
        List<@Nullable Value> values = new ArrayList<>();
        for (int i = 0; i < entering; i++) {
            values.add(call.value(i));
        }
        for (int i = 0; i < together.length; i++) {
            values.add(together[i] ? null : alone(call, i, values));
        }
        Value last = values.get(values.size() - 1);
        return List.of(last == null ? joined(call, together, values, shapes.get(shapes.size() - 1)) : last);
    }

    /** By place; of no links where some value is not of floats or does not fit. */
    private List<long[]> shapes(Call call) {
        List<long[]> shapes = new ArrayList<>();
        boolean fit = true;
        for (int i = 0; i < entering; i++) {
            shapes.add(call.shape(i));
            fit &= call.type(i) == Tensor.Type.FLOAT;
        }
        for (int i = 0; fit && i < links.size(); i++) {
            List<Integer> places = links.get(i).places();
            long[] shape = Broadcasting.common(shapes.get(places.get(0)), shapes.get(places.get(places.size() - 1)));
            fit = shape != null;
            shapes.add(shape == null ? new long[0] : shape);
        }
        return fit ? shapes : shapes.subList(0, entering);
    }

    private boolean[] together(List<long[]> shapes) {
        boolean[] together = new boolean[links.size()];
        long[] whole = shapes.get(shapes.size() - 1);
        for (int i = entering; i < shapes.size(); i++) {
            together[i - entering] = Elements.size(whole) > 0 && Arrays.equals(shapes.get(i), whole);
        }
        return together;
    }

    private Value alone(Call call, int link, List<@Nullable Value> values) {
        Node node = links.get(link).node();
        List<@Nullable Value> inputs = new ArrayList<>();
        for (int place : links.get(link).places()) {
            inputs.add(Objects.requireNonNull(values.get(place)));
        }
        try (Call own = new Call(node, call.opset(), inputs, new boolean[inputs.size()], call.pool())) {
            Value result = Operators.named(node.op()).apply(own).get(0);
            if (link < links.size() - 1 && result instanceof Value.Native array) {
                call.temporary(array.array());
            }
            return result;
        }
    }

    private Value joined(Call call, boolean[] together, List<@Nullable Value> values, long[] shape) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<Elements> in = new ArrayList<>();
        List<RowProgram.Step> steps = new ArrayList<>();
        for (int i = 0; i < together.length; i++) {
            for (int place : together[i] ? links.get(i).places() : List.<Integer>of()) {
                Value value = values.get(place);
                if (value != null && places.putIfAbsent(place, in.size()) == null) {
                    in.add(call.elements(value));
                }
            }
        }
        Elements out = target(call, List.copyOf(places.keySet()), in, shape);
        for (int i = 0; i < together.length; i++) {
            if (together[i]) {
                places.put(entering + i, in.size() + steps.size());
                steps.add(step(links.get(i), places));
            }
        }
        new RowProgram(in.size(), steps).run(in, out);
        return out.value();
    }

    private static RowProgram.Step step(Link link, Map<Integer, Integer> places) {
        int left = Objects.requireNonNull(places.get(link.places().get(0)));
        int right = Objects.requireNonNull(
                places.get(link.places().get(link.places().size() - 1)));
        return new RowProgram.Step(link.function(), left, right);
    }

    /** An entering value that may be overwritten, or room that lies as the largest of them does. */
    private Elements target(Call call, List<Integer> places, List<Elements> in, long[] shape) {
        Elements model = in.get(0);
        for (int i = 0; i < in.size(); i++) {
            Elements elements = in.get(i);
            if (places.get(i) < entering
                    && call.overwritable(places.get(i))
                    && Arrays.equals(elements.shape(), shape)) {
                return elements;
            }
            model = Elements.size(elements.shape()) > Elements.size(model.shape()) ? elements : model;
        }
        return model.fresh(shape);
    }
}
