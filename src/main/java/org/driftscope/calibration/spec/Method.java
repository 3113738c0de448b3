package org.driftscope.calibration.spec;

import static org.driftscope.calibration.spec.SettingUse.BIAS;
import static org.driftscope.calibration.spec.SettingUse.BUDGET;
import static org.driftscope.calibration.spec.SettingUse.FACTOR_BITS;
import static org.driftscope.calibration.spec.SettingUse.LAYERS;
import static org.driftscope.calibration.spec.SettingUse.LAYER_GAIN;
import static org.driftscope.calibration.spec.SettingUse.LEARNING_RATE;
import static org.driftscope.calibration.spec.SettingUse.MAGNITUDE;
import static org.driftscope.calibration.spec.SettingUse.OUTPUTS;
import static org.driftscope.calibration.spec.SettingUse.RANK;
import static org.driftscope.calibration.spec.SettingUse.READOUT_NOISE;
import static org.driftscope.calibration.spec.SettingUse.SOLVER;
import static org.driftscope.calibration.spec.SettingUse.STEPS;
import static org.driftscope.calibration.spec.SettingUse.VECTOR_SETS;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.driftscope.support.SpecException;
import org.driftscope.support.extension.Extensions;

/**
 * What is corrected, and by what: all that files, options, tables and the window know of a method. What it does is in {@code
 * experiment.method}.
 *
 * @param id name in files and on the command line; kept for ever
 * @param label name in tables and charts
 * @param traits what else it is
 * @param uses the settings that it looks at; the others change nothing
 * @param words what people are told of it
 */
public record Method(String id, String label, Set<Trait> traits, Set<SettingUse> uses, Words words) {
    /** What a method may be. */
    public enum Trait {
        /** Each layer is fitted by itself. */
        LAYER_WISE,
        /** Every corrected column gets a magnitude, whatever the rule. */
        MAGNITUDES,
        /** Every corrected column gets a bias without being asked for. */
        BIASES,
        /** Looks at the calibration images' labels. */
        LABELS,
        /** Runs the calibration images themselves, so that no statistics of them can stand in. */
        IMAGES,
        /** Goes back through the whole network. */
        GRADIENTS,
        /** Writes the cells anew. */
        REWRITES,
        /** Made before the chip, for all its ages: the chip itself is never looked at. */
        MADE_BEFORE
    }

    /**
     * What people are told.
     *
     * @param brief label where there is little room
     * @param unlayered why it shows nothing layer by layer, a sentence; "" where it does
     * @param advice what to try where it made things worse; "" for the usual
     */
    public record Words(String brief, String unlayered, String advice) {
        private static final String LOOK =
                "try a method that looks at the chip: sets made before it undo only what all chips share";
    }

    /** Low-rank correction and a magnitude a column. */
    public static final Method DORA = of(
            "dora",
            "DoRA",
            Set.of(Trait.LAYER_WISE, Trait.MAGNITUDES),
            RANK,
            FACTOR_BITS,
            MAGNITUDE,
            BIAS,
            LAYER_GAIN,
            SOLVER,
            OUTPUTS,
            LAYERS);
    /** Low-rank correction; with {@link CalibrationSpec.MagnitudeRule#VARIANCE} that rule's magnitude as well. */
    public static final Method LORA = of(
            "lora",
            "LoRA",
            Set.of(Trait.LAYER_WISE),
            RANK,
            FACTOR_BITS,
            MAGNITUDE,
            BIAS,
            LAYER_GAIN,
            SOLVER,
            OUTPUTS,
            LAYERS);
    /** A magnitude a column alone. */
    public static final Method MAGNITUDE_ONLY = of(
            "magnitude",
            "magnitude only",
            Set.of(Trait.LAYER_WISE, Trait.MAGNITUDES),
            MAGNITUDE,
            BIAS,
            LAYER_GAIN,
            SOLVER,
            OUTPUTS,
            LAYERS);
    /** A bias a column alone. */
    public static final Method BIAS_ONLY =
            of("bias", "bias only", Set.of(Trait.LAYER_WISE, Trait.BIASES), LAYER_GAIN, SOLVER, OUTPUTS, LAYERS);
    /** A magnitude and a bias a column. */
    public static final Method AFFINE = of(
            "affine",
            "scale and bias",
            Set.of(Trait.LAYER_WISE, Trait.MAGNITUDES, Trait.BIASES),
            MAGNITUDE,
            LAYER_GAIN,
            SOLVER,
            OUTPUTS,
            LAYERS);
    /** Low-rank corrections whose ranks share a budget of parameters, with scale and bias a column. */
    public static final Method ALLOCATED = of(
            "allocated", "allocated ranks", Set.of(Trait.GRADIENTS), BUDGET, FACTOR_BITS, LAYER_GAIN, OUTPUTS, LAYERS);
    /** The most important weights restored, with scale and bias a column. */
    public static final Method SPARSE =
            of("sparse", "sparse", Set.of(Trait.GRADIENTS), BUDGET, READOUT_NOISE, LAYER_GAIN, OUTPUTS, LAYERS);
    /** Mean and variance of every batch norm re-estimated. */
    public static final Method BATCH_NORM = of("batch-norm", "batch-norm statistics", Set.of(Trait.IMAGES))
            .unlayered("It changes no layer's weights, so there is no residual map, and no layer has a feature error"
                    + " after it.");
    /** One scale a tile. */
    public static final Method DRIFT_COMPENSATION = of("drift-compensation", "drift compensation", Set.of(), LAYERS)
            .advising("try another method, since one scale a tile cannot undo what differs from cell to cell");
    /** Vectors beside frozen random matrices, a set for each of some ages, made from simulated chips. */
    public static final Method VERA = of(
                    "vera", "VeRA+", Set.of(Trait.MADE_BEFORE), RANK, VECTOR_SETS, LAYER_GAIN, LAYERS)
            .advising(Words.LOOK);
    /** The same vectors trained end to end on labelled images, with drift injected. */
    public static final Method VERA_TRAINED = of(
                    "vera-end-to-end",
                    "VeRA+ end to end",
                    Set.of(Trait.MADE_BEFORE, Trait.LABELS, Trait.IMAGES, Trait.GRADIENTS),
                    RANK,
                    VECTOR_SETS,
                    LAYER_GAIN,
                    LEARNING_RATE,
                    STEPS,
                    LAYERS)
            .advising(Words.LOOK);
    /** All weights trained end to end on labelled images, and written back to the cells. */
    public static final Method BACKPROP = of(
                    "backprop",
                    "back-propagation",
                    Set.of(Trait.LABELS, Trait.IMAGES, Trait.GRADIENTS, Trait.REWRITES),
                    LEARNING_RATE,
                    STEPS,
                    LAYERS)
            .unlayered("It trains all layers together, so no layer has a feature error of its own after it.");
    /** DoRA adapters trained end to end on labelled images. */
    public static final Method BACKPROP_ADAPTERS = of(
                    "backprop-adapters",
                    "back-propagation of adapters",
                    Set.of(Trait.LABELS, Trait.IMAGES, Trait.GRADIENTS),
                    RANK,
                    LEARNING_RATE,
                    STEPS,
                    LAYERS)
            .briefly("back-prop. of adapters");

    /** Read when it is first asked for, so that extensions can make entries before. */
    private static final class Listed {
        static final List<Method> ALL = Extensions.added(
                Method.class,
                List.of(
                        DORA,
                        LORA,
                        MAGNITUDE_ONLY,
                        BIAS_ONLY,
                        AFFINE,
                        ALLOCATED,
                        SPARSE,
                        BATCH_NORM,
                        DRIFT_COMPENSATION,
                        VERA,
                        VERA_TRAINED,
                        BACKPROP,
                        BACKPROP_ADAPTERS),
                Method::id);
    }

    public Method {
        traits = Set.copyOf(traits);
        Set<SettingUse> all = new HashSet<>(uses);
        if (!traits.contains(Trait.IMAGES)) {
            all.add(SettingUse.FACTORY);
        }
        if (!traits.contains(Trait.REWRITES) && !traits.contains(Trait.MADE_BEFORE)) {
            all.add(SettingUse.KEPT);
        }
        uses = Set.copyOf(all);
    }

    /** One with the usual words. */
    public static Method of(String id, String label, Set<Trait> traits, SettingUse... uses) {
        return new Method(id, label, traits, Set.of(uses), new Words(label, "", ""));
    }

    private Method briefly(String brief) {
        return new Method(id, label, traits, uses, new Words(brief, words.unlayered, words.advice));
    }

    private Method unlayered(String sentence) {
        return new Method(id, label, traits, uses, new Words(words.brief, sentence, words.advice));
    }

    private Method advising(String advice) {
        return new Method(id, label, traits, uses, new Words(words.brief, words.unlayered, advice));
    }

    /** All methods, in the order in which people choose from them. */
    public static List<Method> all() {
        return Listed.ALL;
    }

    public static List<String> ids() {
        return all().stream().map(Method::id).toList();
    }

    /**
     * The method of a word as files and the command line write it, or of its label so written: "affine" and
     * "scale-and-bias" are one.
     *
     * @param setting what the word was given for, for the message
     * @throws SpecException if there is none
     */
    public static Method named(String setting, String word) {
        return find(word).orElseThrow(() -> new SpecException(setting, word, "one of " + String.join(", ", ids())));
    }

    /** The method of that id or label, if there is one. */
    public static Optional<Method> find(String word) {
        String asked = word.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return all().stream()
                .filter(method -> asked.equals(method.id)
                        || asked.equals(method.label.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .findFirst();
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether each layer is fitted by itself. */
    public boolean isLayerWise() {
        return is(Trait.LAYER_WISE);
    }

    /** Whether it looks at the calibration images' labels. */
    public boolean needsLabels() {
        return is(Trait.LABELS);
    }

    /** Whether it runs the calibration images themselves, so that no statistics of them can stand in. */
    public boolean needsImages() {
        return is(Trait.IMAGES);
    }

    /** Whether it has a low-rank part of the rank that is set. */
    public boolean hasRank() {
        return uses.contains(RANK);
    }

    @Override
    public String toString() {
        return id;
    }
}
