package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.report.axis.ChipAxis;

/**
 * A number of groups of trials as lines with error bars over chips.
 *
 * @param title of the chart
 * @param vertical its axis
 * @param spread what the bars are
 * @param size what is along the axis where nothing else is: how large corrections are
 * @param column the number; the accuracy after calibration stands among that after drift and that of the clean network
 */
record StudyLines(String title, AxisSpec vertical, Spread spread, TrialColumn size, TrialColumn column) {
    /** As many can say what they have in common each. */
    private static final int FEW_SERIES = 3;

    private static final String UPDATED = "Parameters updated (%)";

    private static final String SRAM = "SRAM (1,000 bits)";

    private static final String BITS = MethodSetting.FACTOR_BITS.id();

    /** A vertical axis that fits what it shows. */
    static AxisSpec vertical(List<TrialGroup> groups, Spread spread, TrialColumn column) {
        String title = title(groups, spread, column);
        return isAccuracy(column) ? AxisSpec.percent(title) : AxisSpec.linear(title);
    }

    /** A vertical axis that is the same whichever of the groups it shows: whole tens around all of them. */
    static AxisSpec sharedVertical(List<TrialGroup> groups, Spread spread, TrialColumn column) {
        String title = title(groups, spread, column);
        if (!isAccuracy(column)) {
            double low = numbers(groups, column).min().orElse(0);
            double high = numbers(groups, column).max().orElse(1);
            double room = high > low ? (high - low) / 10 : Math.max(1, Math.abs(low) / 10);
            return new AxisSpec(title, AxisScale.LINEAR, low - room, high + room, high - low + 2 * room);
        }
        double low = 10 * Math.floor(values(groups).min().orElse(0) / 10);
        double high = 10 * Math.ceil(values(groups).max().orElse(100) / 10);
        double top = Math.max(high, low + 10);
        return new AxisSpec(title, AxisScale.LINEAR, low, top, top - low);
    }

    static boolean isAccuracy(TrialColumn column) {
        return column.equals(TrialColumns.CALIBRATED);
    }

    private static DoubleStream numbers(List<TrialGroup> groups, TrialColumn column) {
        return groups.stream().mapToDouble(group -> group.mean(column));
    }

    private static DoubleStream values(List<TrialGroup> groups) {
        return groups.stream()
                .flatMapToDouble(group -> DoubleStream.of(
                        group.clean(),
                        group.drifted().mean(),
                        group.calibrated().mean()));
    }

    private static String title(List<TrialGroup> groups, Spread spread, TrialColumn column) {
        String means = TrialGroup.meanWords(groups, spread);
        if (!isAccuracy(column)) {
            return column.label() + means;
        }
        return means.isEmpty() ? "Top-1 accuracy (%)" : "Top-1 (%)" + means;
    }

    /** Along something of the chip, with the accuracy after drift as a line of its own. */
    Figure along(ChipAxis axis, List<TrialGroup> groups) {
        return drifting(groups, axis.swept().name(), group -> axis.place(group::number), axis.spec());
    }

    private Figure drifting(List<TrialGroup> groups, String setting, ToDoubleFunction<TrialGroup> x, AxisSpec axis) {
        List<LineSeries> series = new ArrayList<>();
        if (isAccuracy(column)) {
            series.add(line(
                    "drifted",
                    SeriesTint.DRIFTED,
                    distinct(groups, x),
                    group -> point(x.applyAsDouble(group), group.drifted(), "")));
        }
        // panels have a title of their own
        String shared = title.isEmpty() ? sharedFamily(groups, setting) : "";
        series.addAll(bySettings(
                groups,
                group -> calibratedName(group, setting).substring(shared.length()),
                group -> point(x.applyAsDouble(group), group.summary(column), "")));
        String heading = shared.isEmpty() ? title : groups.get(0).family();
        return new StudyLines(heading, vertical, spread, size, column).chart(axis, series, clean(groups), false);
    }

    /** What begins the names of many series all alike, and says more once, above them; "" where they are few or differ. */
    private static String sharedFamily(List<TrialGroup> groups, String setting) {
        String shared = groups.get(0).family() + ", ";
        long names = groups.stream()
                .map(group -> calibratedName(group, setting))
                .distinct()
                .count();
        boolean all =
                groups.stream().allMatch(group -> calibratedName(group, setting).startsWith(shared));
        return all && names > FEW_SERIES ? shared : "";
    }

    Figure againstImages(List<TrialGroup> groups) {
        List<LineSeries> series = bySettings(
                groups,
                group -> calibratedName(group, CalibrationSettings.SAMPLES.name()),
                group -> point(group.number(CalibrationSettings.SAMPLES), group.summary(column), ""));
        return chart(AxisSpec.log("Calibration images"), series, cleanAndDrifted(groups), false);
    }

    Figure againstUpdated(List<TrialGroup> groups) {
        return againstUpdated(groups, StudyLines::sizeLabel, cleanAndDrifted(groups));
    }

    /** Without a label at each point, where another panel has them. */
    Figure overview(List<TrialGroup> groups) {
        return againstUpdated(groups, group -> "", cleanAndDrifted(groups));
    }

    /** Without the accuracy after drift, which would flatten what is far above it. */
    Figure closeUp(List<TrialGroup> groups) {
        return againstUpdated(groups, StudyLines::sizeLabel, clean(groups));
    }

    private Figure againstUpdated(
            List<TrialGroup> groups, Function<TrialGroup, String> label, List<ReferenceLine> lines) {
        List<TrialGroup> placed =
                groups.stream().filter(group -> group.mean(size) > 0).toList();
        boolean alongBits = alongBits(placed);
        boolean percent = size.equals(TrialColumns.UPDATED);
        List<LineSeries> series = bySettings(
                placed,
                group -> named(
                        alongBits ? group.familyAtAnyBits() : group.family(),
                        group,
                        CalibrationSettings.RANK.name(),
                        MethodSetting.BUDGET.id()),
                group -> point(group.mean(size) / (percent ? 1 : 1_000), group.summary(column), label.apply(group)));
        return chart(AxisSpec.log(percent ? UPDATED : SRAM), series, lines, true);
    }

    private Figure chart(AxisSpec x, List<LineSeries> series, List<ReferenceLine> lines, boolean paretoFront) {
        boolean accuracy = isAccuracy(column);
        return new LineChart(title, x, vertical, series, accuracy ? lines : List.of(), accuracy && paretoFront);
    }

    /** A series a name, in the colour of its method. */
    private static List<LineSeries> bySettings(
            List<TrialGroup> groups, Function<TrialGroup, String> name, Function<TrialGroup, LinePoint> point) {
        List<LineSeries> series = new ArrayList<>();
        StudyFigure.by(groups, name)
                .forEach((words, members) ->
                        series.add(line(words, members.get(0).tint(), members, point)));
        return series;
    }

    /** Whether nothing but the bits of factors changes how large corrections are, so that they make one line. */
    private static boolean alongBits(List<TrialGroup> groups) {
        return groups.stream()
                .allMatch(group -> group.values().containsKey(BITS)
                        && !group.values().containsKey(CalibrationSettings.RANK.name())
                        && !group.values().containsKey(MethodSetting.BUDGET.id()));
    }

    /** One group a place: what was calibrated later does not change what drift did. */
    private static List<TrialGroup> distinct(List<TrialGroup> groups, ToDoubleFunction<TrialGroup> x) {
        Map<Double, TrialGroup> first = new LinkedHashMap<>();
        groups.forEach(group -> first.putIfAbsent(x.applyAsDouble(group), group));
        return List.copyOf(first.values());
    }

    private static LineSeries line(
            String name, SeriesTint tint, List<TrialGroup> groups, Function<TrialGroup, LinePoint> point) {
        return new LineSeries(name, name, tint, true, groups.stream().map(point).toList());
    }

    /** The method, and what else of the calibration tells this series from the others. */
    private static String calibratedName(TrialGroup group, String... axes) {
        return named(group.family(), group, axes);
    }

    private static String named(String family, TrialGroup group, String... axes) {
        List<String> known = new ArrayList<>(List.of(axes));
        known.addAll(List.of(
                CalibrationSettings.METHOD.name(),
                CalibrationSettings.BIAS.name(),
                CalibrationSettings.MAGNITUDE.name(),
                CalibrationSettings.SOLVER.name(),
                BITS));
        String words = group.calibrationWords(known.toArray(new String[0]));
        return family + (words.isEmpty() ? "" : ", " + words);
    }

    private LinePoint point(double x, AccuracySummary y, String label) {
        return new LinePoint(x, y.mean(), y.count() > 1 ? spread.of(y) : 0, label);
    }

    private static String sizeLabel(TrialGroup group) {
        Object rank = group.values().get(CalibrationSettings.RANK.name());
        Object budget = group.values().get(MethodSetting.BUDGET.id());
        Object bits = group.values().get(BITS);
        String width = bits == null ? "" : bits + " bits";
        String size = rank != null ? "r = " + rank : budget != null ? budget + " %" : "";
        return size + (size.isEmpty() || width.isEmpty() ? "" : ", ") + width;
    }

    private static List<ReferenceLine> clean(List<TrialGroup> groups) {
        double clean = groups.get(0).clean();
        return List.of(new ReferenceLine("clean " + decimal(clean), clean, SeriesTint.CLEAN));
    }

    private static List<ReferenceLine> cleanAndDrifted(List<TrialGroup> groups) {
        double drifted = groups.stream()
                .mapToDouble(group -> group.drifted().mean())
                .average()
                .orElse(0);
        List<ReferenceLine> lines = new ArrayList<>(clean(groups));
        lines.add(new ReferenceLine("after drift " + decimal(drifted), drifted, SeriesTint.DRIFTED));
        return lines;
    }

    private static String decimal(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
