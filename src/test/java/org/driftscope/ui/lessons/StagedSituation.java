package org.driftscope.ui.lessons;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.LessonFigure;

/** A window that measures at once, by a formula, so that lessons are gone through in no time. */
final class StagedSituation implements Situation {
    private static final double CLEAN = 94.5;

    final List<String> steps = new ArrayList<>();
    boolean sample = true;
    boolean measures = true;
    String layer = "conv1";
    String cell = "";
    int ranks;
    private ExperimentSpec spec;
    private final Set<ExperimentSpec> calibrated = new HashSet<>();
    private Runnable listener = () -> {};

    StagedSituation(ExperimentSpec spec) {
        this.spec = spec;
    }

    @Override
    public boolean suits(boolean anyNetwork) {
        return sample || anyNetwork;
    }

    @Override
    public ExperimentSpec spec() {
        return spec;
    }

    @Override
    public OptionalDouble figure(LessonFigure figure) {
        double lost = lost();
        double regained = lost / 2;
        boolean repaired = calibrated.contains(spec);
        return switch (figure) {
            case CLEAN -> OptionalDouble.of(CLEAN);
            case DRIFTED -> measures ? OptionalDouble.of(CLEAN - lost) : OptionalDouble.empty();
            case LOST -> measures ? OptionalDouble.of(lost) : OptionalDouble.empty();
            case CALIBRATED -> repaired ? OptionalDouble.of(CLEAN - lost + regained) : OptionalDouble.empty();
            case REGAINED -> repaired ? OptionalDouble.of(regained) : OptionalDouble.empty();
            case RECOVERED -> repaired ? OptionalDouble.of(50) : OptionalDouble.empty();
            case PARAMETERS -> OptionalDouble.of(2.5 * spec.calibration().rank());
            case SRAM_BITS -> OptionalDouble.of(1000.0 * spec.calibration().rank());
            case WRITES -> OptionalDouble.of(0);
        };
    }

    /** More for more drift, for a lower on/off ratio, and a little for every chip its own. */
    private double lost() {
        double onOff = (Double) DeviceSettings.ON_OFF.read(spec);
        double drift = (Double) DriftSettings.DRIFT.read(spec);
        return Math.min(84.5, drift * 1000 / Math.max(1, onOff) + spec.chip().seed() % 10 / 10.0);
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public String cell() {
        return cell;
    }

    @Override
    public int ranks() {
        return ranks;
    }

    @Override
    public void take(String name, UnaryOperator<ExperimentSpec> change) {
        steps.add(name);
        spec = change.apply(spec);
        listener.run();
    }

    void calibrate() {
        calibrated.add(spec);
        listener.run();
    }

    /** As if nothing had been calibrated. */
    void forget() {
        calibrated.clear();
        ranks = 0;
    }

    /** Something else changed. */
    void tell() {
        listener.run();
    }

    @Override
    public void openSample() {
        sample = true;
        listener.run();
    }

    @Override
    public List<NamedFigure> figures(List<String> kinds) {
        return List.of();
    }

    @Override
    public void onChange(Runnable newListener) {
        listener = newListener;
    }
}
