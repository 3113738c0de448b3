package org.driftscope.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.chart.line.ParetoFront;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.report.axis.ChipAxis;

/**
 * The picture of a study: what was swept along the axis, accuracy up, one series for whatever else differs in the
 * calibration, and one panel for whatever differs in the chip.
 */
public final class StudyFigure {
    /** Settings along which accuracy is drawn, the first that was swept. */
    private static final Map<Setting, BiFunction<StudyLines, List<TrialGroup>, Figure>> AXES = axes();
    /** What changes how many parameters a calibration updates, along which accuracy is drawn otherwise. */
    private static final List<Setting> SIZES = List.of(
            CalibrationSettings.METHOD,
            CalibrationSettings.RANK,
            Settings.of(MethodSetting.BUDGET),
            Settings.of(MethodSetting.FACTOR_BITS));
    /** What may be along the axis where sizes differ. */
    public static final List<TrialColumn> ACROSS = List.of(TrialColumns.UPDATED, TrialColumns.SRAM_BITS);

    private static Map<Setting, BiFunction<StudyLines, List<TrialGroup>, Figure>> axes() {
        Map<Setting, BiFunction<StudyLines, List<TrialGroup>, Figure>> axes = new LinkedHashMap<>();
        for (ChipAxis axis : ChipAxis.values()) {
            axes.put(axis.swept(), (lines, groups) -> lines.along(axis, groups));
        }
        axes.put(CalibrationSettings.SAMPLES, StudyLines::againstImages);
        return axes;
    }

    /** What is drawn. */
    private record Drawn(Spread spread, TrialColumn size, TrialColumn column) {
        StudyLines lines(String title, AxisSpec vertical) {
            return new StudyLines(title, vertical, spread, size, column);
        }
    }

    private static final int MOST_COLUMNS = 3;

    private StudyFigure() {}

    /** With standard deviations as bars. Empty where nothing that was swept makes an axis. */
    public static Optional<Figure> of(List<TrialGroup> groups) {
        return of(groups, Spread.STANDARD_DEVIATION);
    }

    /** Accuracy. Empty where nothing that was swept makes an axis. @param spread what its bars are */
    public static Optional<Figure> of(List<TrialGroup> groups, Spread spread) {
        return of(groups, spread, TrialColumns.CALIBRATED);
    }

    /**
     * Any number of trials. Empty where nothing that was swept makes an axis, or where no trial has that number.
     *
     * @param spread what its bars are
     * @param column what is drawn
     */
    public static Optional<Figure> of(List<TrialGroup> all, Spread spread, TrialColumn column) {
        return of(all, spread, column, usualSize(all));
    }

    /** Bits where they were swept: the number of parameters is the same whatever each takes. */
    private static TrialColumn usualSize(List<TrialGroup> groups) {
        boolean bits = groups.stream().anyMatch(group -> group.values().containsKey(MethodSetting.FACTOR_BITS.id()));
        return bits ? TrialColumns.SRAM_BITS : TrialColumns.UPDATED;
    }

    /**
     * As above.
     *
     * @param size one of {@link #ACROSS}, along the axis where sizes of corrections are
     */
    public static Optional<Figure> of(List<TrialGroup> all, Spread spread, TrialColumn column, TrialColumn size) {
        List<TrialGroup> groups =
                all.stream().filter(group -> !Double.isNaN(group.mean(column))).toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> swept = groups.get(0).values();
        boolean accuracy = StudyLines.isAccuracy(column);
        if (accuracy && LayerBars.fit(groups.get(0))) {
            return Optional.of(LayerBars.of(groups, spread));
        }
        if (accuracy && EffectLedger.fit(groups)) {
            return Optional.of(EffectLedger.of(groups, spread));
        }
        Drawn drawn = new Drawn(spread, size, column);
        for (Map.Entry<Setting, BiFunction<StudyLines, List<TrialGroup>, Figure>> axis : AXES.entrySet()) {
            String name = axis.getKey().name();
            if (swept.containsKey(name)) {
                return Optional.of(panels(groups, drawn, name, axis.getValue()));
            }
        }
        if (SIZES.stream().anyMatch(setting -> swept.containsKey(setting.name()))) {
            return Optional.of(
                    accuracy
                            ? new CaptionedFigure(panels(groups, drawn, "", CloseUp::orOnePanel), ParetoFront.CAPTION)
                            : panels(groups, drawn, "", StudyLines::againstUpdated));
        }
        return Optional.empty();
    }

    /** One chart, or one a kind of chip with the same vertical axis. @param axis the setting along the horizontal axis */
    private static Figure panels(
            List<TrialGroup> groups, Drawn drawn, String axis, BiFunction<StudyLines, List<TrialGroup>, Figure> draw) {
        Map<String, List<TrialGroup>> chips = by(groups, group -> group.chipWords(along(axis)));
        if (chips.size() == 1) {
            return draw.apply(drawn.lines("", StudyLines.vertical(groups, drawn.spread, drawn.column)), groups);
        }
        List<Figure> panels = new ArrayList<>();
        AxisSpec shared = StudyLines.sharedVertical(groups, drawn.spread, drawn.column);
        chips.forEach((words, members) -> panels.add(draw.apply(drawn.lines(words, shared), members)));
        return new SmallMultiples("", Math.min(MOST_COLUMNS, panels.size()), panels);
    }

    /** What goes along the axis together. */
    private static String[] along(String axis) {
        return Arrays.stream(ChipAxis.values())
                .filter(chip -> chip.swept().name().equals(axis))
                .findFirst()
                .map(chip -> chip.names().toArray(String[]::new))
                .orElse(new String[] {axis});
    }

    static Map<String, List<TrialGroup>> by(List<TrialGroup> groups, Function<TrialGroup, String> key) {
        Map<String, List<TrialGroup>> map = new LinkedHashMap<>();
        groups.forEach(group ->
                map.computeIfAbsent(key.apply(group), k -> new ArrayList<>()).add(group));
        return map;
    }
}
