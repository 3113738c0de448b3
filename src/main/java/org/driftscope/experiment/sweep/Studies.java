package org.driftscope.experiment.sweep;

import static org.driftscope.experiment.setting.CalibrationSettings.BIAS;
import static org.driftscope.experiment.setting.CalibrationSettings.LAYERS;
import static org.driftscope.experiment.setting.CalibrationSettings.MAGNITUDE;
import static org.driftscope.experiment.setting.CalibrationSettings.METHOD;
import static org.driftscope.experiment.setting.CalibrationSettings.RANK;
import static org.driftscope.experiment.setting.CalibrationSettings.SAMPLES;
import static org.driftscope.experiment.setting.DeviceSettings.MAPPING;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT_LAYERS;
import static org.driftscope.experiment.setting.DriftSettings.SEED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.method.TrialMethod;
import org.driftscope.experiment.setting.ChipEffects;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;

/** The built-in studies: questions that come up with every network, as ready sweeps. */
public final class Studies {
    /** Name and question of each study. */
    public static final Map<String, String> QUESTIONS = questions();

    /** The study that needs no trials: what each method writes, and what that costs. */
    public static final String COST = "cost";

    private Studies() {}

    private static Map<String, String> questions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("drift", "How does accuracy fall with relative drift, and how much comes back?");
        all.put("rank", "What does a higher rank buy?");
        all.put("images", "How many calibration images are enough?");
        all.put("layers", "Which layers does drift hurt most, and which are worth calibrating?");
        all.put("methods", "Which method wins back most per updated parameter?");
        all.put(
                "age",
                "How does accuracy fall over ten years, and what do calibrating at each age and keeping an early calibration bring back?");
        all.put("life", "Over ten years: when is it calibrated again, with how many images, and what does that keep?");
        all.put("effects", "What does each effect of the chip cost, alone and among the others?");
        all.put(
                "faults",
                "How many stuck cells can be lived with, and what do fault-aware pairs and calibration bring back?");
        all.put("mapping", "How much does the mapping of weights to cells matter?");
        return all;
    }

    /** A study's name as a window shows it: "Rank". That of an experiment file stays as it is. */
    public static String label(String name) {
        boolean builtIn = QUESTIONS.containsKey(name) || name.equals(COST);
        return builtIn ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
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
            case "drift" -> List.of(sweep(name, base, SEED, chips, DRIFT, drifts()));
            case "rank" -> List.of(sweep(
                    name,
                    base,
                    SEED,
                    chips,
                    METHOD,
                    List.of(Method.DORA.id(), Method.LORA.id()),
                    RANK,
                    wholes(1, 2, 4, 8, 16)));
            case "images" -> images(base, chips);
            case "layers" -> layers(network, base, chips);
            case "methods" -> methods(network, base, chips);
            case "age" -> AgeingStudies.ages(base, chips);
            case "life" -> AgeingStudies.life(base, chips);
            case "effects" -> List.of(
                    sweep(name, base, SEED, chips, Settings.named(ChipEffects.SETTING), effects(base)));
            case "faults" -> faults(base, chips);
            case "mapping" -> List.of(sweep(
                    name,
                    base,
                    MAPPING,
                    List.<Object>copyOf(MappingKind.ids()),
                    SEED,
                    chips,
                    DRIFT,
                    List.of(0.0, 0.05, 0.1, 0.2, 0.3)));
            default -> throw new SpecException("study", name, "one of " + String.join(", ", QUESTIONS.keySet()));
        };
    }

    /** The calibration asked for and, as the reference, back-propagation on the same images with their labels. */
    private static List<Sweep> images(ExperimentSpec base, List<Object> chips) {
        String method = base.calibration().method().id();
        List<Object> compared = Stream.of(method, Method.BACKPROP.id())
                .distinct()
                .<Object>map(word -> word)
                .toList();
        return List.of(sweep("images", base, SAMPLES, wholes(1, 2, 5, 10, 20, 50, 100), SEED, chips, METHOD, compared));
    }

    private static List<Sweep> methods(Network network, ExperimentSpec base, List<Object> chips) {
        List<Object> low = methods(network, method -> method.isLayerWise() && method.hasRank());
        List<Object> budgeted = methods(network, SettingUse.BUDGET::matters);
        List<Object> trained = methods(network, method -> method.hasRank() && !method.isLayerWise());
        List<Object> single = methods(network, method -> !method.hasRank() && !SettingUse.BUDGET.matters(method));
        List<Object> ranks = wholes(1, 2, 4, 8);
        return List.of(
                sweep("methods", base, SEED, chips, METHOD, low, RANK, ranks),
                sweep(
                        "methods",
                        base,
                        SEED,
                        chips,
                        METHOD,
                        List.of(Method.DORA.id()),
                        MAGNITUDE,
                        List.of(EnumWords.of(MagnitudeRule.VARIANCE)),
                        BIAS,
                        List.of(true),
                        RANK,
                        ranks),
                sweep(
                        "methods",
                        base,
                        SEED,
                        chips,
                        METHOD,
                        budgeted,
                        Settings.of(MethodSetting.BUDGET),
                        budgets(network)),
                sweep("methods", base, SEED, chips, METHOD, trained, RANK, wholes(1)),
                sweep("methods", base, SEED, chips, METHOD, single));
    }

    /** Names of those of some methods that a network suits. */
    private static List<Object> methods(Network network, Predicate<Method> which) {
        return Method.all().stream()
                .filter(which)
                .filter(method -> TrialMethod.of(method).refusal(network).isEmpty())
                .<Object>map(Method::id)
                .toList();
    }

    /** Budgets, %, that pay for more than scale and bias. */
    private static List<Object> budgets(Network network) {
        long columns =
                network.analogLayers().stream().mapToLong(AnalogLayer::cols).sum();
        double least = 200.0 * columns / network.parameters();
        return DoubleStream.of(1, 2.34, 5, 10, 20, 40)
                .filter(budget -> budget > least)
                .limit(4)
                .<Object>mapToObj(Double::valueOf)
                .toList();
    }

    private static List<Sweep> layers(Network network, ExperimentSpec base, List<Object> chips) {
        List<Object> one = network.analogLayers().stream()
                .map(AnalogLayer::name)
                .<Object>map(List::of)
                .toList();
        return List.of(
                sweep("layers", base, SEED, chips, DRIFT_LAYERS, one), sweep("layers", base, SEED, chips, LAYERS, one));
    }

    private static List<Object> effects(ExperimentSpec base) {
        List<String> acting = ChipEffects.of(base.chip());
        if (acting.isEmpty()) {
            throw new SpecException(
                    ChipEffects.SETTING, "none", "at least one: set drift, stuck cells, wires or another");
        }
        return List.copyOf(ChipEffects.ledger(acting));
    }

    /** As many cells stuck at one end of the range as at the other, from 0.1 to 10 % of all, with and without fault-aware pairs. */
    private static List<Sweep> faults(ExperimentSpec base, List<Object> chips) {
        List<Object> compared = Stream.of(base.calibration().method().id(), Method.SPARSE.id())
                .distinct()
                .<Object>map(word -> word)
                .toList();
        return DoubleStream.of(0.001, 0.003, 0.01, 0.03, 0.1)
                .mapToObj(stuck -> sweep(
                        "faults",
                        base,
                        SEED,
                        chips,
                        Settings.of(CircuitSettings.STUCK_LOW),
                        List.of(stuck / 2),
                        Settings.of(CircuitSettings.STUCK_HIGH),
                        List.of(stuck / 2),
                        Settings.of(CircuitSettings.FAULT_AWARE),
                        List.of(false, true),
                        METHOD,
                        compared))
                .toList();
    }

    private static List<Object> drifts() {
        return IntStream.rangeClosed(0, 6).<Object>mapToObj(i -> i * 5 / 100.0).toList();
    }

    private static List<Object> wholes(long... values) {
        return LongStream.of(values).<Object>mapToObj(Long::valueOf).toList();
    }

    /** @param axes a setting and the list of its values, one after the other */
    @SuppressWarnings("unchecked")
    static Sweep sweep(String name, ExperimentSpec base, Object... axes) {
        Map<String, List<Object>> map = new LinkedHashMap<>();
        for (int i = 0; i < axes.length; i += 2) {
            map.put(((Setting) axes[i]).name(), (List<Object>) axes[i + 1]);
        }
        return new Sweep(name, base, map);
    }
}
