package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.driftscope.device.Age;
import org.driftscope.device.CellMotion;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;

/**
 * How cells of a device spread and shift, by conductance and by time. Of measured cells the points are where they were
 * measured, with the standard error of each.
 */
public final class DeviceFigure {
    private static final int PLACES = 13;
    private static final int MOST_LINES = 5;
    private static final double LEAST_SPAN = 0.01;
    private static final double TEN_YEARS = 10 * 365 * 86_400.0;
    private static final List<Double> AGES = List.of(1.0, 3_600.0, 86_400.0, 365 * 86_400.0, TEN_YEARS);
    private static final List<SeriesTint> TINTS =
            List.of(SeriesTint.BIAS, SeriesTint.DORA, SeriesTint.LORA, SeriesTint.MAGNITUDE, SeriesTint.DRIFTED);

    private final DriftModel model;
    private final ConductanceRange range;
    private final boolean clips;

    private DeviceFigure(DriftModel model, ConductanceRange range, boolean clips) {
        this.model = model;
        this.range = range;
        this.clips = clips;
    }

    /**
     * Four panels.
     *
     * @param range that the cells are used in
     * @param clips whether they stay in it
     */
    public static Figure of(DriftModel model, ConductanceRange range, boolean clips) {
        DeviceFigure of =
                new DeviceFigure(model instanceof MeasuredDrift measured ? measured.fitted() : model, range, clips);
        List<Figure> panels = new ArrayList<>(List.of(
                of.againstConductance("Spread by conductance", "Standard deviation (\u00b5S)", CellMotion::sigmaUs),
                of.againstConductance("Shift by conductance", "Mean change (\u00b5S)", CellMotion::shiftUs)));
        if (model.ages()) {
            panels.add(of.againstTime("Spread by age", "Standard deviation (\u00b5S)", CellMotion::sigmaUs));
            panels.add(of.againstTime("Shift by age", "Mean change (\u00b5S)", CellMotion::shiftUs));
        }
        return new SmallMultiples("Cells of " + DeviceKinds.of(model).name(), 2, panels);
    }

    /** Ages at which its cells are shown; 0 alone where time does not matter. */
    public static List<Double> agesOf(DriftModel model) {
        return new DeviceFigure(model, DeviceKinds.of(model).usualRange(), false).ages();
    }

    private Figure againstConductance(String title, String axis, ToDoubleFunction<CellMotion> value) {
        List<Double> ages = ages();
        List<LineSeries> series = new ArrayList<>();
        for (int i = 0; i < ages.size(); i++) {
            double age = ages.get(i);
            series.add(series(
                    model.ages() ? Age.words(age) : "",
                    i,
                    conductances(),
                    gUs -> new LinePoint(gUs, value.applyAsDouble(motion(gUs, age)), error(gUs, age, axis), "")));
        }
        return new LineChart(title, AxisSpec.linear("Conductance (\u00b5S)"), axis(axis), series, List.of(), false);
    }

    private Figure againstTime(String title, String axis, ToDoubleFunction<CellMotion> value) {
        List<LineSeries> series = new ArrayList<>();
        double[] shares = {0.1, 0.5, 1};
        for (int i = 0; i < shares.length; i++) {
            double gUs = range.gMinUs() + shares[i] * range.spanUs();
            series.add(series(
                    String.format(Locale.ROOT, "%.3g \u00b5S", gUs),
                    2 * i,
                    times(),
                    age -> LinePoint.at(age, value.applyAsDouble(motion(gUs, age)))));
        }
        // an axis of ages has no room below a second
        AxisSpec time = times()[0] < 1 ? AxisSpec.log("Age (s)") : AxisSpec.time("Age");
        return new LineChart(title, time, axis(axis), series, List.of(), false);
    }

    /** At least a hundredth of the highest conductance, so that nothing does not look like something. */
    private AxisSpec axis(String title) {
        return new AxisSpec(
                title,
                AxisScale.LINEAR,
                isShift(title) ? Double.NEGATIVE_INFINITY : 0,
                Double.POSITIVE_INFINITY,
                LEAST_SPAN * range.gMaxUs());
    }

    private static boolean isShift(String axis) {
        return axis.startsWith("Mean");
    }

    private static LineSeries series(String name, int tint, double[] places, DoubleFunction<LinePoint> point) {
        return new LineSeries(
                name,
                name,
                TINTS.get(tint % TINTS.size()),
                true,
                DoubleStream.of(places).mapToObj(point).toList());
    }

    private CellMotion motion(double gUs, double age) {
        return CellMotion.of(model, range, clips, gUs, age);
    }

    /** Standard error where cells were measured at just that; 0 elsewhere. */
    private double error(double gUs, double age, String axis) {
        if (!(model instanceof MeasuredDrift measured)) {
            return 0;
        }
        DriftTable table = measured.device().table();
        int time = indexOf(table.seconds(), age);
        int target = indexOf(table.targetsUs(), gUs);
        if (time < 0 || target < 0 || table.cells()[time][target] < 2) {
            return 0;
        }
        double cells = table.cells()[time][target];
        double sigma = table.sigmaUs()[time][target];
        return sigma / Math.sqrt(isShift(axis) ? cells : 2 * (cells - 1));
    }

    private static int indexOf(double[] values, double value) {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] == value)
                .findFirst()
                .orElse(-1);
    }

    private List<Double> ages() {
        if (!model.ages()) {
            return List.of(0.0);
        }
        if (model instanceof MeasuredDrift measured) {
            double[] all = DoubleStream.of(measured.device().table().seconds())
                    .filter(seconds -> seconds > 0)
                    .toArray();
            return thinned(all.length == 0 ? new double[] {0} : all, MOST_LINES);
        }
        double known = DeviceKinds.of(model).knownSeconds();
        return AGES.stream().filter(age -> age <= Math.max(1, known)).toList();
    }

    private double[] conductances() {
        if (model instanceof MeasuredDrift measured) {
            List<Double> inside = thinned(
                    DoubleStream.of(measured.device().table().targetsUs())
                            .filter(gUs -> gUs >= range.gMinUs() && gUs <= range.gMaxUs())
                            .toArray(),
                    PLACES + 3);
            if (inside.size() > 1) {
                return inside.stream().mapToDouble(Double::doubleValue).toArray();
            }
        }
        return IntStream.range(0, PLACES)
                .mapToDouble(i -> range.gMinUs() + range.spanUs() * i / (PLACES - 1))
                .toArray();
    }

    private double[] times() {
        if (model instanceof MeasuredDrift measured) {
            double[] seconds = DoubleStream.of(measured.device().table().seconds())
                    .filter(age -> age > 0)
                    .toArray();
            return seconds.length == 0 ? new double[] {1} : seconds;
        }
        DeviceKind kind = DeviceKinds.of(model);
        double last = Math.min(TEN_YEARS, Math.max(10, kind.knownSeconds()));
        return IntStream.range(0, PLACES)
                .mapToDouble(i -> Math.exp(Math.log(last) * i / (PLACES - 1)))
                .toArray();
    }

    /** The first, the last and some between. */
    private static List<Double> thinned(double[] values, int most) {
        if (values.length <= most) {
            return DoubleStream.of(values).boxed().toList();
        }
        return IntStream.range(0, most)
                .mapToObj(i -> values[(int) Math.round(i * (values.length - 1.0) / (most - 1))])
                .toList();
    }
}
