package org.driftscope.experiment.setting;

import static org.driftscope.experiment.setting.SettingWords.percent;
import static org.driftscope.support.text.Wording.plain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.crossbar.CircuitPreset;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.text.Wording;

/** Settings of the device and of how weights are put on it. */
public final class DeviceSettings {
    /** Whose cells. First of all, since it brings a range with it that others may change. */
    public static final Setting DEVICE = Setting.text(
                    "device",
                    "one of " + String.join(", ", DeviceKinds.ids()) + ", or a device file",
                    spec -> spec.chip().drift().id(),
                    (spec, value) -> spec.withChip(spec.chip().withDevice(spec.device(value))))
            .bringing(Stream.concat(
                            Stream.of("gMax", "onOff", "clipToRange", "drift"),
                            DriftParameter.all().stream().map(DriftParameter::id))
                    .toArray(String[]::new))
            .worded(SettingWords.of("Cells")
                    .help(
                            "NAME",
                            "The cells, with the range they were measured in: relative (default), one that ages"
                                    + " ('driftscope devices' lists them), or a device file.")
                    .means(
                            "Whose cells these are, which says how their conductance moves after programming. Relative Gaussian:"
                                    + " every cell independently, by an amount in proportion to its own conductance, once. The"
                                    + " others were measured, but for PyRRAM-Sim's: they bring their range, most age, and some are"
                                    + " written with an error of their own.",
                            "g' = g + N(0, (ρ g)²), or g(t)",
                            "Dong 2025; Wan 2022; Falcone 2025; Joshi 2020; Le Gallo 2023; Boybat 2018; Milo 2021; PyRRAM-Sim 2025")
                    .told(value -> DeviceKinds.brief(value.toString())));

    public static final Setting MAPPING = Setting.text(
                    "mapping",
                    "one of " + String.join(", ", MappingKind.ids()),
                    read(crossbar -> crossbar.mapping().id()),
                    (spec, value) -> change(spec, crossbar -> crossbar.withMapping(MappingKind.of(value))))
            .worded(SettingWords.of("Mapping")
                    .help("NAME", "One of " + String.join(", ", MappingKind.ids()) + " (default: {default}).")
                    .means(
                            "How a signed weight becomes the conductances of its cells. The same drift can cost a few points with"
                                    + " one mapping and everything with another.",
                            "one-sided: g(sign) = gMin + ΔG |w|/wMax\n"
                                    + "constant-sum: g± = mid ± ΔG/2 w/wMax\n"
                                    + "offset column: g = gMin + ΔG/2 (w/wMax + 1)\n"
                                    + "ΔG = gMax - gMin, mid = (gMax + gMin)/2",
                            "")
                    .offering(mappings())
                    .told(value ->
                            Wording.inside(MappingKind.of(value.toString()).label())));

    /** Highest conductance, µS; the ratio to the lowest stays. */
    public static final Setting G_MAX = Setting.real(
                    "gMax",
                    "above 0, µS",
                    read(crossbar -> crossbar.range().gMaxUs()),
                    (spec, value) -> change(spec, crossbar -> crossbar.withRange(scaled(crossbar.range(), value))))
            .worded(SettingWords.of("G max")
                    .help("US", "Highest conductance, µS (default: the device's, else {default}).")
                    .means(
                            "The highest conductance a cell can be programmed to, in microsiemens. With relative drift only the"
                                    + " ratio to the lowest matters for accuracy.")
                    .toldOfNumber(value -> "G max " + plain(value) + " µS"));

    /** gMax / gMin; 0 for a gMin of 0. */
    public static final Setting ON_OFF = Setting.real(
                    "onOff",
                    "above 1, or 0 for a gMin of 0",
                    read(crossbar -> crossbar.range().gMinUs() == 0
                            ? 0
                            : crossbar.range().onOffRatio()),
                    (spec, value) -> change(spec, crossbar -> crossbar.withRange(onOff(crossbar.range(), value))))
            .worded(SettingWords.of("On/off ratio")
                    .help("RATIO", "gMax / gMin, above 1 (default: gMin is 0).")
                    .means(
                            "Highest over lowest conductance. A low ratio leaves every cell conducting, so that cells that should be"
                                    + " zero drift as well. ∞ means a lowest conductance of 0.",
                            "gMin = gMax / ratio",
                            "")
                    .toldOfNumber(value -> "on/off ratio " + (value == 0 || value.isInfinite() ? "∞" : plain(value))));

    /** What shares one weight scale. Another option of that name is the factor on pixels. */
    public static final Setting SCALE = Setting.choice(
                    "scale",
                    ScaleScope.class,
                    read(CrossbarSpec::scale),
                    (spec, value) -> change(spec, crossbar -> crossbar.withScale(value)))
            .calledOnTheCommandLine("scale-per")
            .worded(SettingWords.of("Weight scale")
                    .help("WHAT", "One weight scale per layer (default) or column.")
                    .means(
                            "What shares one largest weight. One scale a column uses the whole range of conductances in every"
                                    + " column, at the price of a digital factor for each.",
                            "wMax = max |w| over the layer, or over each column",
                            "")
                    .offering(labels("layer", "Per layer", "column", "Per column"))
                    .told(value -> "scale per " + value));

    public static final Setting CLIP_PERCENTILE = Setting.real(
                    "clipPercentile",
                    "above 50, up to 100",
                    read(CrossbarSpec::clipPercentile),
                    (spec, value) -> change(spec, crossbar -> crossbar.withClipPercentile(value)))
            .worded(SettingWords.of("Clip percentile")
                    .help("P", "Clip weights at this percentile of |w| (default: {default}, nothing).")
                    .means(
                            "Weights beyond this percentile of |w| are clipped, so that a few large ones do not leave the others"
                                    + " little of the range. 100 % clips nothing.")
                    .toldOfNumber(value -> "clip percentile " + plain(value) + " %"));

    /** Distinct conductances; 0 for continuous. */
    public static final Setting LEVELS = Setting.count(
                    "levels",
                    "0 (continuous) or 2 to 65536",
                    read(crossbar -> crossbar.levels()),
                    (spec, value) -> change(spec, crossbar -> crossbar.withLevels(value)))
            .worded(SettingWords.of("Levels")
                    .help("L", "Distinct conductances; 0 means continuous (default).")
                    .means(
                            "How many distinct conductances a cell can be programmed to. Few levels round the weights even before"
                                    + " any drift.")
                    .toldOfNumber(value -> value == 0 ? "continuous levels" : plain(value) + " levels"));

    /** Rows and columns of a tile. */
    public static final Setting TILE = Setting.count(
                    "tile",
                    "1 to 65536",
                    read(crossbar -> crossbar.tileRows()),
                    (spec, value) -> change(spec, crossbar -> crossbar.withTile(value)))
            .worded(SettingWords.of("Tile size")
                    .help("N", "Rows and columns of a tile (default: {default}).")
                    .means(
                            "Rows and columns of one physical array. A layer that is larger is cut into tiles whose partial sums"
                                    + " are added digitally.")
                    .toldOfNumber(value -> "tile " + plain(value)));

    /** A fraction. */
    public static final Setting PROGRAMMING_ERROR = Setting.real(
                    "programmingError",
                    "0 to 1, a fraction of gMax, of the target or of a published error",
                    read(crossbar -> crossbar.programmingError().amount()),
                    (spec, value) -> change(
                            spec,
                            crossbar -> crossbar.withProgrammingError(
                                    crossbar.programmingError().withAmount(value))))
            .worded(SettingWords.of("Programming error")
                    .help("A", "Sigma of writing, a fraction (default: {default}).")
                    .means(
                            "The spread of what is written around what was wanted, before any drift. 0 is exact.",
                            "g = gTarget + N(0, (a gMax)²), N(0, (a gTarget)²) or N(0, (a s)²)",
                            "")
                    .toldOfNumber(value -> "programming error " + percent(value)));

    public static final Setting PROGRAMMING_ERROR_OF = Setting.choice(
                    "programmingErrorOf",
                    ProgrammingError.RelativeTo.class,
                    read(crossbar -> crossbar.programmingError().relativeTo()),
                    (spec, value) -> change(
                            spec,
                            crossbar -> crossbar.withProgrammingError(
                                    crossbar.programmingError().withRelativeTo(value))))
            .where(spec -> spec.chip().crossbar().programmingError().amount() > 0)
            .worded(SettingWords.of("Error relative to")
                    .help(
                            "WHAT",
                            "What that is a fraction of: g-max (default), g-target, each cell's own target, or milo, the error that"
                                    + " Milo 2021 measured (1 is all of it).")
                    .means(
                            "Whether the programming error is a share of the highest conductance, the same for all cells, of each"
                                    + " cell's own target, or of what was measured of RRAM from 50 to 225 µS: 100 % is all of that,"
                                    + " before any device's drift.",
                            "s = max(0, 4.782 − 0.009107 gTarget) µS", "Milo et al., IRPS (2021)")
                    .offering(labels("g-max", "G max", "g-target", "Each cell's target", "milo", "Milo 2021"))
                    .told(value -> "programming error of "
                            + EnumWords.parse("programmingErrorOf", ProgrammingError.RelativeTo.class, value.toString())
                                    .words()));

    public static final Setting CLIP_TO_RANGE = Setting.flag(
                    "clipToRange",
                    read(CrossbarSpec::clipToRange),
                    (spec, value) -> change(spec, crossbar -> crossbar.withClipToRange(value)))
            .worded(SettingWords.of("Clip to range")
                    .help("", "Clip drifted conductances to the range, not only at 0 (default: as the device does).")
                    .means(
                            "Whether a drifted conductance stays between G min and G max. Otherwise it only cannot fall below 0.")
                    .toldOfSwitch("drift clipped to the range", "drift clipped at 0 only"));

    /** A published circuit that stands for several settings. Before these, so that they change what it says. */
    public static final Setting CIRCUIT_PRESET = Setting.text(
                    "circuitPreset",
                    "one of " + String.join(", ", EnumWords.all(CircuitPreset.class)),
                    read(crossbar ->
                            CircuitPreset.of(crossbar).map(EnumWords::of).orElse("custom")),
                    (spec, value) ->
                            change(spec, EnumWords.parse("circuitPreset", CircuitPreset.class, value)::applyTo))
            .standingFor(
                    TILE.name(),
                    CircuitSettings.DAC_BITS.id(),
                    CircuitSettings.ADC_BITS.id(),
                    CircuitSettings.SLICES.id(),
                    CircuitSettings.SLICE_BITS.id())
            .worded(SettingWords.of("Preset")
                    .help("NAME", presets() + " Options beside it change what it says.")
                    .means(
                            "Tile size, converters and bit slices of a published circuit. Cells, stuck cells, wires and read noise stay as they"
                                    + " are. Custom: settings of your own.",
                            "",
                            Arrays.stream(CircuitPreset.values())
                                    .filter(preset -> !preset.source().isEmpty())
                                    .map(preset -> preset.label() + ": " + preset.source())
                                    .collect(Collectors.joining("; ")))
                    .offering(presetLabels()));

    private DeviceSettings() {}

    private static String presets() {
        return Arrays.stream(CircuitPreset.values())
                .map(preset -> EnumWords.of(preset) + " (" + preset.sets() + ")"
                        + (preset.missing().isEmpty() ? "." : ". " + preset.missing()))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> presetLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CircuitPreset preset : CircuitPreset.values()) {
            labels.put(EnumWords.of(preset), preset.label());
        }
        return labels;
    }

    /** In the order in which files list them. */
    public static List<Setting> all() {
        return List.of(
                DEVICE,
                MAPPING,
                G_MAX,
                ON_OFF,
                SCALE,
                CLIP_PERCENTILE,
                LEVELS,
                CIRCUIT_PRESET,
                WireSettings.WIRES,
                TILE,
                PROGRAMMING_ERROR,
                PROGRAMMING_ERROR_OF,
                CLIP_TO_RANGE);
    }

    private static Map<String, String> mappings() {
        Map<String, String> labels = new LinkedHashMap<>();
        MappingKind.all().forEach(kind -> labels.put(kind.id(), kind.label()));
        return labels;
    }

    private static Map<String, String> labels(String... wordsAndLabels) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndLabels.length; i += 2) {
            labels.put(wordsAndLabels[i], wordsAndLabels[i + 1]);
        }
        return labels;
    }

    private static <T> Function<ExperimentSpec, T> read(Function<CrossbarSpec, T> reader) {
        return spec -> reader.apply(spec.chip().crossbar());
    }

    private static ExperimentSpec change(ExperimentSpec spec, UnaryOperator<CrossbarSpec> change) {
        return spec.withChip(spec.chip().withCrossbar(change.apply(spec.chip().crossbar())));
    }

    /** The same on/off ratio at another highest conductance. */
    private static ConductanceRange scaled(ConductanceRange range, double gMaxUs) {
        return new ConductanceRange(range.gMinUs() / range.gMaxUs() * gMaxUs, gMaxUs);
    }

    private static ConductanceRange onOff(ConductanceRange range, double ratio) {
        return ratio == 0
                ? new ConductanceRange(0, range.gMaxUs())
                : ConductanceRange.ofOnOffRatio(range.gMaxUs(), ratio);
    }
}
