package org.driftscope.device;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Three stages one after the other, each with a normal number of its own: writing, {@code g0 = q(g) + .03 gMax z1}; relaxation,
 * {@code g1 = q(g0) + a gMax z3}; drift, {@code g2 = q(g1) (1 + rho z2)}. Every stage begins with the nearest multiple of 0.1 µS
 * above gMin, {@code q}, and ends in the range, 1 to 100 µS. Source: PyRRAM-Sim (2025), without its new scale of the weights after
 * each stage. Numbers of a simulator, not of a measurement; ignores time.
 *
 * @param relaxation a, a share of gMax, 0 to 1
 * @param drift rho = sigma / g1, 0 to 1
 */
public record PyRramStages(double relaxation, double drift) implements DriftModel {
    /** What its relaxation spreads cells by. */
    public static final DriftParameter RELAXATION = new DriftParameter(
            "pyrramRelaxation",
            "Relaxation",
            0,
            1,
            .07,
            "Standard deviation of what relaxation adds right after writing, a share of G max");

    /** What drift spreads relaxed cells by. */
    public static final DriftParameter DRIFT = new DriftParameter(
            "pyrramDrift",
            "Drift after relaxation",
            0,
            1,
            .2,
            "Standard deviation of the drift after relaxation, a share of each cell's relaxed conductance");

    private static final double WRITING = .03;
    private static final double STEPS_PER_US = 10;

    /** As it was published. */
    public PyRramStages() {
        this(RELAXATION.usual(), DRIFT.usual());
    }

    @Override
    public String id() {
        return "pyrram";
    }

    @Override
    public String source() {
        return "Ahmed, PyRRAM-Sim, GitHub (2025)";
    }

    @Override
    public String describe() {
        return id() + " relaxation=" + relaxation + " drift=" + drift;
    }

    @Override
    public Map<DriftParameter, Double> parameters() {
        Map<DriftParameter, Double> values = new LinkedHashMap<>();
        values.put(RELAXATION, relaxation);
        values.put(DRIFT, drift);
        return values;
    }

    @Override
    public DriftModel with(DriftParameter parameter, double value) {
        return parameter.equals(RELAXATION) ? new PyRramStages(value, drift) : new PyRramStages(relaxation, value);
    }

    @Override
    public boolean ages() {
        return false;
    }

    @Override
    public boolean writesExactly() {
        return false;
    }

    @Override
    public boolean relaxes() {
        return true;
    }

    @Override
    public double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        return step(gTargetUs, range) + WRITING * range.gMaxUs() * cellNormal;
    }

    @Override
    public double relaxedUs(double gProgrammedUs, ConductanceRange range, double cellNormal) {
        return step(gProgrammedUs, range) + relaxation * range.gMaxUs() * cellNormal;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        return (target, relaxed, normal) -> step(relaxed, range) * (1 + drift * normal);
    }

    /** Halves to even. */
    private static double step(double gUs, ConductanceRange range) {
        return range.gMinUs() + Math.rint((gUs - range.gMinUs()) * STEPS_PER_US) / STEPS_PER_US;
    }
}
