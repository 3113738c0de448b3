package org.driftscope.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;

/** The built-in studies: questions that come up with every network, as ready sweeps. */
public final class Studies {
    /** Name and question of each study. */
    public static final Map<String, String> QUESTIONS = questions();

    private Studies() {}

    private static Map<String, String> questions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("drift", "How does accuracy fall with relative drift, and how much comes back?");
        all.put("rank", "What does a higher rank buy?");
        all.put("images", "How many calibration images are enough?");
        all.put("layers", "Which layers does drift hurt most, and which are worth calibrating?");
        all.put("methods", "Which method wins back most per updated parameter?");
        all.put("mapping", "How much does the mapping of weights to cells matter?");
        return all;
    }

    /**
     * The sweeps of a study.
     *
     * @param base what is not swept
     * @param seeds number of chips, 1 or more; seeds 1, 2, ...
     * @throws SpecException if there is no such study
     */
    public static List<Sweep> of(String name, Network network, ExperimentSpec base, int seeds) {
        if (seeds < 1 || seeds > 1000) {
            throw new SpecException("seeds", seeds, "1 to 1000");
        }
        List<Object> chips =
                LongStream.rangeClosed(1, seeds).<Object>mapToObj(Long::valueOf).toList();
        return switch (name) {
            case "drift" -> List.of(sweep(name, base, "seed", chips, "drift", drifts()));
            case "rank" -> List.of(sweep(
                    name, base, "seed", chips, "method", List.of("dora", "lora"), "rank", wholes(1, 2, 4, 8, 16)));
            case "images" -> List.of(sweep(name, base, "samples", wholes(1, 2, 5, 10, 20, 50, 100), "seed", chips));
            case "layers" -> layers(network, base, chips);
            case "methods" -> methods(base, chips);
            case "mapping" -> List.of(sweep(
                    name,
                    base,
                    "mapping",
                    List.of("one-sided", "constant-sum", "offset-column"),
                    "seed",
                    chips,
                    "drift",
                    List.of(0.0, 0.05, 0.1, 0.2, 0.3)));
            default -> throw new SpecException("study", name, "one of " + String.join(", ", QUESTIONS.keySet()));
        };
    }

    private static List<Sweep> methods(ExperimentSpec base, List<Object> chips) {
        return List.of(
                sweep("methods", base, "seed", chips, "method", List.of("dora", "lora"), "rank", wholes(1, 2, 4, 8)),
                sweep("methods", base, "seed", chips, "method", List.of("magnitude", "bias", "affine")));
    }

    private static List<Sweep> layers(Network network, ExperimentSpec base, List<Object> chips) {
        List<Object> one = network.analogLayers().stream()
                .map(AnalogLayer::name)
                .<Object>map(List::of)
                .toList();
        return List.of(
                sweep("layers", base, "seed", chips, "driftLayers", one),
                sweep("layers", base, "seed", chips, "layers", one));
    }

    private static List<Object> drifts() {
        return IntStream.rangeClosed(0, 6).<Object>mapToObj(i -> i * 5 / 100.0).toList();
    }

    private static List<Object> wholes(long... values) {
        return LongStream.of(values).<Object>mapToObj(Long::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static Sweep sweep(String name, ExperimentSpec base, Object... axes) {
        Map<String, List<Object>> map = new LinkedHashMap<>();
        for (int i = 0; i < axes.length; i += 2) {
            map.put((String) axes[i], (List<Object>) axes[i + 1]);
        }
        return new Sweep(name, base, map);
    }
}
