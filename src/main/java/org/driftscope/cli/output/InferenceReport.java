package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.cost.inference.InferencePart;
import org.driftscope.cost.inference.RangedParts;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.cost.inference.RangedParts.Ranged;
import org.driftscope.report.cost.InferenceWords;
import org.jspecify.annotations.Nullable;

/**
 * What an inference takes, as JSON and on paper.
 *
 * @param analog parts of the analog layers, their sum last
 * @param methods what each method adds
 * @param notModelled a sentence
 */
public record InferenceReport(List<Part> analog, List<Method> methods, String notModelled) {
    /** Why there is none. */
    public static final String NOT_KNOWN =
            "What an inference takes isn't known: this network takes images of any size. Fix the size of its input in the"
                    + " ONNX file.";

    /** One part; areas in square micrometres. */
    public record Part(String part, Ranged energyJoules, Ranged seconds, Ranged squareMicrometres) {
        static Part of(String name, Function<Measure, Ranged> of) {
            return new Part(name, of.apply(Measure.ENERGY), of.apply(Measure.TIME), of.apply(Measure.AREA));
        }
    }

    /** What a method adds, and its share of the analog layers. */
    public record Method(
            String method, List<Part> adds, Ranged energyPercent, Ranged secondsPercent, Ranged areaPercent) {}

    /** Null where nothing is known. */
    public static @Nullable InferenceReport of(Optional<InferenceCosts> known) {
        if (known.isEmpty()) {
            return null;
        }
        InferenceCosts costs = known.get();
        RangedParts analog = costs.analog();
        List<Method> methods = costs.methods().stream()
                .map(method -> new Method(
                        method.label(),
                        parts(method.parts()),
                        method.parts().percentOf(analog, Measure.ENERGY),
                        method.parts().percentOf(analog, Measure.TIME),
                        method.parts().percentOf(analog, Measure.AREA)))
                .toList();
        return new InferenceReport(parts(analog), methods, InferenceCosts.NOT_MODELLED);
    }

    private static List<Part> parts(RangedParts parts) {
        Stream<Part> each = parts.parts().stream().map(part -> part(parts, part));
        return Stream.concat(each, Stream.of(Part.of("all", parts::total))).toList();
    }

    private static Part part(RangedParts parts, InferencePart part) {
        return Part.of(part.label(), measure -> parts.of(part, measure));
    }

    /** Two tables and what is left out. */
    public static void print(PrintWriter out, Optional<InferenceCosts> known) {
        if (known.isEmpty()) {
            out.println(NOT_KNOWN);
            out.println();
            return;
        }
        InferenceCosts costs = known.get();
        out.println("One inference");
        table(InferenceWords.PARTS, InferenceWords.parts(costs)).print(out);
        out.println();
        out.println("What each method adds to it, and its share of the analog layers' energy, time and area");
        table(InferenceWords.METHODS, InferenceWords.methods(costs)).print(out);
        out.println(InferenceCosts.NOT_MODELLED);
        out.println();
    }

    private static TextTable table(List<String> titles, List<List<String>> rows) {
        TextTable table = new TextTable(titles.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table;
    }
}
