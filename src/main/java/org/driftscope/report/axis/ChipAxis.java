package org.driftscope.report.axis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.figure.chart.plot.AxisSpec;

/** Something of a chip along which trials are drawn. */
public enum ChipAxis {
    DRIFT(
            List.of(DriftSettings.DRIFT),
            AxisSpec.linear("Relative drift (%)"),
            number -> 100 * number.applyAsDouble(DriftSettings.DRIFT)),
    AGE(List.of(DriftSettings.AGE), AxisSpec.time("Age"), number -> number.applyAsDouble(DriftSettings.AGE)),
    /** At either end of the range, together. */
    STUCK(
            List.of(Settings.of(CircuitSettings.STUCK_HIGH), Settings.of(CircuitSettings.STUCK_LOW)),
            AxisSpec.log("Stuck cells (%)"),
            number -> 100
                    * (number.applyAsDouble(Settings.of(CircuitSettings.STUCK_HIGH))
                            + Math.max(0, number.applyAsDouble(Settings.of(CircuitSettings.STUCK_LOW)))));

    private final List<Setting> settings;
    private final AxisSpec spec;
    private final ToDoubleFunction<ToDoubleFunction<Setting>> place;

    ChipAxis(List<Setting> settings, AxisSpec spec, ToDoubleFunction<ToDoubleFunction<Setting>> place) {
        this.settings = settings;
        this.spec = spec;
        this.place = place;
    }

    /** The setting that was swept where this is the axis. */
    public Setting swept() {
        return settings.get(0);
    }

    /** Names of all settings that the place along it holds. */
    public List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }

    public AxisSpec spec() {
        return spec;
    }

    /** Where trials lie along it. @param number the value of a setting of theirs; NaN where it was not swept */
    public double place(ToDoubleFunction<Setting> number) {
        return place.applyAsDouble(number);
    }
}
