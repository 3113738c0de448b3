package org.driftscope.calibration.spec;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.device.Age;
import org.driftscope.support.SpecException;
import org.driftscope.support.extension.Extensions;

/**
 * A number or switch that only some methods look at, declared once for files, options, the window and the identity of trials.
 *
 * @param id name in files; kept for ever
 * @param label name in the window, a noun in sentence case
 * @param kind what its values are
 * @param range which values
 * @param use which methods look at it: those that name this
 * @param help for the command line and for captions
 */
public record MethodSetting(String id, String label, Kind kind, Range range, SettingUse use, Help help) {
    /** What a value is. */
    public enum Kind {
        REAL,
        /** A whole number. */
        COUNT,
        /** On (1) or off (0). */
        SWITCH,
        /** An age of the chip, s, which people write in words. */
        AGE,
        /** One of some words, by its place among them. */
        CHOICE
    }

    /**
     * Which values are taken.
     *
     * @param usual the default
     * @param allowed in words, for messages
     * @param choices the words of a choice; else none
     */
    public record Range(double least, double most, double usual, String allowed, List<String> choices) {
        /** Of numbers. */
        public Range(double least, double most, double usual, String allowed) {
            this(least, most, usual, allowed, List.of());
        }

        /** Of words, the first of which is usual. */
        static Range of(String... words) {
            return new Range(0, words.length - 1, 0, String.join(" or ", words), List.of(words));
        }
    }

    /**
     * What people are told.
     *
     * @param param the word for a value in the help of the command line
     * @param meaning one or two sentences, without a stop where the default follows
     * @param value a value in a sentence, e.g. "budget 5 %"
     * @param hover what the window says of it
     */
    public record Help(String param, String meaning, DoubleFunction<String> value, Meaning hover) {
        /** The window says no more than the command line. */
        public Help(String param, String meaning, DoubleFunction<String> value) {
            this(param, meaning, value, Meaning.of(meaning + "."));
        }
    }

    private static final int MOST_STEPS = 100_000;
    private static final int MOST_READS = 1_000;
    private static final int MOST_SETS = 64;
    private static final int MOST_CHIPS = 1_000;

    /** SRAM parameters of methods under a budget, % of the network's. */
    public static final MethodSetting BUDGET = new MethodSetting(
            "budget",
            "Budget",
            Kind.REAL,
            new Range(Double.MIN_VALUE, 100, 2.34, "above 0, up to 100 % of the parameters"),
            SettingUse.BUDGET,
            new Help(
                    "PERCENT",
                    "Parameters that allocated and sparse may use, % of the network's; for allocated, the SRAM bits of so many at 16"
                            + " bits each",
                    value -> "budget " + number(value) + " %",
                    Meaning.of("How many parameters the correction may hold over all ticked layers, in per cent of the"
                            + " network's. A scale and a bias for every column come first; the rest goes where it helps"
                            + " most. With factors of fewer than 16 bits allocated ranks spend the bits that so many"
                            + " parameters take at 16.")));
    /** Standard deviation of a readout of Wr as a share of the layer's largest |w|. */
    public static final MethodSetting READOUT_NOISE = new MethodSetting(
            "readoutNoise",
            "Readout noise",
            Kind.REAL,
            new Range(0, 1, 0.01, "0 to 1, a share of the largest |w|"),
            SettingUse.READOUT_NOISE,
            new Help(
                    "SHARE",
                    "Error of the readout that sparse needs, a share of the layer's largest |w|",
                    value -> "readout noise " + number(100 * value) + " %",
                    Meaning.of("Sparse correction reads the drifted weights once. This is the error of that readout, in"
                            + " per cent of the layer's largest weight: up to 1 % costs next to nothing, 5 % a lot.")));
    /** Images over which statistics were gathered before the chip left the factory; 0 for none. */
    public static final MethodSetting FACTORY_IMAGES = new MethodSetting(
            "factoryImages",
            "Factory images",
            Kind.COUNT,
            new Range(0, Integer.MAX_VALUE, 0, "0 (statistics of the calibration images) or more"),
            SettingUse.FACTORY,
            new Help(
                    "N",
                    "Take layer statistics from the factory, gathered on N images, instead of samples; 0 is none",
                    value -> value == 0 ? "no factory images" : number(value) + " factory images",
                    Meaning.of("Gathers the statistics in memory, on so many images, as a factory would: a file is not"
                            + " needed, and no image in the field. Empty or 0: none are.")));
    /** How many of the layers are calibrated, those that drift hurts most first; 0 for all. */
    public static final MethodSetting MOST_AFFECTED = new MethodSetting(
            "mostAffected",
            "Most affected",
            Kind.COUNT,
            new Range(0, Integer.MAX_VALUE, 0, "0 (all layers) or more"),
            SettingUse.LAYERS,
            new Help(
                    "K",
                    "Calibrate only the K layers that drift hurts most; 0 is all",
                    value -> value == 0 ? "all ticked layers" : number(value) + " most affected layers",
                    Meaning.of("Corrects only so many of the ticked layers, those whose drift hurts the network most."
                            + " Empty or 0: all ticked layers.")));
    /** Of back-propagation; 0 for the best of the usual grid. */
    public static final MethodSetting LEARNING_RATE = new MethodSetting(
            "learningRate",
            "Learning rate",
            Kind.REAL,
            new Range(0, 1, 0, "0 (best of a grid) to 1"),
            SettingUse.LEARNING_RATE,
            new Help(
                    "RATE",
                    "Of back-propagation; 0 is the best of a grid",
                    value -> value == 0 ? "best learning rate" : "learning rate " + value,
                    Meaning.of(
                            "Of Adam. Empty or 0: all rates of the grid are tried and the one that scores best on labelled"
                                    + " calibration images that were held back is kept.")));
    /** Of back-propagation; 0 for what the number of images asks for. */
    public static final MethodSetting STEPS = new MethodSetting(
            "steps",
            "Steps",
            Kind.COUNT,
            new Range(0, MOST_STEPS, 0, "0 (by the number of images) to " + MOST_STEPS),
            SettingUse.STEPS,
            new Help(
                    "N",
                    "Of back-propagation; 0 is 55 for up to 100 images and 120 above",
                    value -> value == 0 ? "usual steps" : number(value) + " steps",
                    Meaning.of(
                            "Updates of the training, each on up to 100 images. Empty or 0: as many as the images ask"
                                    + " for.")));
    /** Whether a fit starts from the layer's gain times the drifted weights instead of these weights. */
    public static final MethodSetting LAYER_GAIN = new MethodSetting(
            "layerGain",
            "Layer gain",
            Kind.SWITCH,
            new Range(0, 1, 0, "true or false"),
            SettingUse.LAYER_GAIN,
            new Help(
                    "",
                    "Start from the drifted weights times one gain a layer, which matches their output variance",
                    value -> value == 0 ? "without layer gain" : "with layer gain",
                    new Meaning(
                            "Scales the drifted layer until its outputs vary as much as the clean layer's, and fits"
                                    + " from there. Needed where all conductances shrink together. Elsewhere it changes next to"
                                    + " nothing where G min is 0, and up to two points of accuracy either way at an on/off ratio"
                                    + " of 10. The magnitude holds it; without one it is one number more a layer.",
                            "c = sqrt(Σ var(clean) / Σ var(drifted))",
                            "")));
    /** Age at which a chip that ages is calibrated, once, s; what was fitted is kept while it ages on. 0 for its present age. */
    public static final MethodSetting KEPT_FROM = new MethodSetting(
            "keptFrom",
            "Kept from",
            Kind.AGE,
            new Range(0, Age.MOST, 0, "0 (calibrated at its age), or an age such as 1h or 30d"),
            SettingUse.KEPT,
            new Help(
                    "TIME",
                    "Calibrate a chip that ages at this age and keep what was fitted while it ages on to --age; 0 is to"
                            + " calibrate at that age",
                    value -> value == 0 ? "calibrated at its age" : "kept from " + Age.words(value),
                    Meaning.of(
                            "The chip is calibrated once, at this age, and what was fitted is kept while it grows older:"
                                    + " nothing is measured anew. Empty or 0: it is calibrated at the age that is set.")));

    /** What a fit knows of a chip with converters: what it puts out, or what its weights say that it would. */
    public static final MethodSetting STATISTICS_FROM = new MethodSetting(
            "statisticsFrom",
            "Chip known by",
            Kind.CHOICE,
            Range.of("outputs", "weights"),
            SettingUse.OUTPUTS,
            new Help(
                    "WHAT",
                    "With converters, fit to what the chip puts out for the calibration images (outputs), or to what its weights"
                            + " would without them (weights)",
                    value -> value == 0 ? "fitted to measured outputs" : "fitted to weights",
                    Meaning.of(
                            "With converters, whether a fit knows what the chip puts out for the calibration images, rounding and"
                                    + " clipping included, or takes it as its weights say. Outputs need calibration images. Without"
                                    + " converters both are the same.")));

    /** Bits of every value of A and B of a low-rank correction; {@link FactorPrecision#FULL_BITS} for values as they were fitted. */
    public static final MethodSetting FACTOR_BITS = new MethodSetting(
            "factorBits",
            "Factor bits",
            Kind.COUNT,
            new Range(
                    FactorPrecision.LEAST_BITS,
                    FactorPrecision.FULL_BITS,
                    FactorPrecision.FULL_BITS,
                    "2 to 16 bits a value of A and B"),
            SettingUse.FACTOR_BITS,
            new Help(
                    "BITS",
                    "Bits of every value of A and B in SRAM, 2 to 16; below 16 each column of A and row of B has a 16-bit scale"
                            + " as well, and the budget of allocated is what it costs at 16 bits",
                    value -> number(value) + "-bit factors",
                    new Meaning(
                            "How many bits each value of A and B takes in SRAM. Below 16 they are whole multiples of one"
                                    + " 16-bit scale a column of A and a row of B, which is counted; magnitude and bias keep 16"
                                    + " bits, and the bias is fitted after the rounding. Under a budget, which is then one of"
                                    + " bits (its per cent of parameters at 16 bits), fewer bits buy more ranks.",
                            "A = round(U √S / a) a, B = b round(√S V / b)",
                            "")));
    /** Images that are looked at to tell whether a calibration on demand is due. */
    public static final MethodSetting CHECK_IMAGES = new MethodSetting(
            "checkImages",
            "Check images",
            Kind.COUNT,
            new Range(1, Integer.MAX_VALUE, 100, "1 or more, at most as many as there are calibration images"),
            SettingUse.KEPT,
            new Help(
                    "N",
                    "Unlabelled images that tell whether a calibration on demand is due",
                    value -> number(value) + " check images",
                    Meaning.of("Unlabelled images, drawn from the calibration images, that are run on the chip at each"
                            + " check of its life. Where too few of them get the clean network's answer, the chip is"
                            + " calibrated again.")));

    /** How often each chip with read noise is scored. The window reads every such chip several times anyhow. */
    public static final MethodSetting READS = new MethodSetting(
            "reads",
            "Reads",
            Kind.COUNT,
            new Range(1, MOST_READS, 1, "1 to " + MOST_READS),
            SettingUse.SCORING,
            new Help(
                    "N",
                    "With read noise, score each chip N times, before and after calibration: accuracies are then means over"
                            + " its reads, and how reads differ stands apart from how chips do",
                    value -> value == 1 ? "each chip read once" : "each chip read " + number(value) + " times"));

    /** Ages that vectors are made for. */
    public static final MethodSetting VECTOR_SETS = new MethodSetting(
            "vectorSets",
            "Sets",
            Kind.COUNT,
            new Range(1, MOST_SETS, 3, "1 to " + MOST_SETS),
            SettingUse.VECTOR_SETS,
            new Help(
                    "N",
                    "Sets of vectors of VeRA+, for ages from an hour to ten years in equal steps of ln t; the chip uses the one"
                            + " nearest to its age",
                    value -> value == 1 ? "1 set" : number(value) + " sets"));
    /** Chips that vectors are made from. */
    public static final MethodSetting SIMULATED_CHIPS = new MethodSetting(
            "simulatedChips",
            "Simulated chips",
            Kind.COUNT,
            new Range(1, MOST_CHIPS, 8, "1 to " + MOST_CHIPS),
            SettingUse.VECTOR_SETS,
            new Help(
                    "N",
                    "Simulated chips that the vectors of VeRA+ are made from, never the one they are put on",
                    value -> number(value) + (value == 1 ? " simulated chip" : " simulated chips")));

    private static final List<MethodSetting> OURS = List.of(
            BUDGET,
            READOUT_NOISE,
            FACTORY_IMAGES,
            MOST_AFFECTED,
            LEARNING_RATE,
            STEPS,
            LAYER_GAIN,
            KEPT_FROM,
            STATISTICS_FROM,
            FACTOR_BITS,
            READS);

    /** Those that rows of the usual kind serve. */
    private static final List<MethodSetting> PLAIN = List.of(CHECK_IMAGES, VECTOR_SETS, SIMULATED_CHIPS);

    /** Read when it is first asked for, so that extensions can make entries before. */
    private static final class Listed {
        static final List<MethodSetting> ALL = Extensions.added(
                MethodSetting.class,
                Stream.concat(OURS.stream(), PLAIN.stream()).toList(),
                MethodSetting::id);
    }

    /** In the order in which files list them. */
    public static List<MethodSetting> all() {
        return Listed.ALL;
    }

    /** Those whose rows in the window have no control of their own kind. */
    public static List<MethodSetting> further() {
        return all().subList(OURS.size(), all().size());
    }

    /** Its name on the command line and of its row: words with hyphens. */
    public String option() {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    public double usual() {
        return range.usual;
    }

    /** The value of a choice's word. @throws SpecException if there is none of that word */
    public double valueOf(String word) {
        int place = range.choices().indexOf(word.strip());
        if (place < 0) {
            throw new SpecException(id, word, range.allowed());
        }
        return place;
    }

    /** @throws SpecException if the value is out of range */
    double require(double value) {
        boolean whole = kind == Kind.REAL || kind == Kind.AGE || value == Math.rint(value);
        if (!(whole && value >= range.least && value <= range.most)) {
            throw new SpecException(id, kind == Kind.COUNT && whole ? (Object) (long) value : value, range.allowed);
        }
        return value;
    }

    /** As files have it: a whole number, a number, or true and false. */
    public Object inFiles(double value) {
        return switch (kind) {
            case REAL, AGE -> value;
            case COUNT -> (long) value;
            case SWITCH -> value != 0;
            case CHOICE -> range.choices().get((int) value);
        };
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    @Override
    public String toString() {
        return id;
    }
}
