package org.driftscope.toy;

import java.util.Map;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DriftModel;
import org.driftscope.device.DriftParameter;

/** Shrinks with the logarithm of time, at a rate that can be set. */
record ToyDrift(double rate) implements DriftModel {
    private static final DriftParameter RATE = new DriftParameter(
            "toyRate", "Toy rate", 0, 1, 0.01, "What the toy loses from one e-fold of time to the next");

    static final DeviceKind DEVICE = new DeviceKind(
            new ToyDrift(RATE.usual()),
            "Toy device",
            "Toy",
            "Shrinks with the logarithm of time.",
            new ConductanceRange(0, 50),
            false,
            Double.POSITIVE_INFINITY);

    @Override
    public String id() {
        return "toy-device";
    }

    @Override
    public String source() {
        return "a toy";
    }

    @Override
    public String describe() {
        return id() + " rate=" + rate;
    }

    @Override
    public Map<DriftParameter, Double> parameters() {
        return Map.of(RATE, rate);
    }

    @Override
    public DriftModel with(DriftParameter parameter, double value) {
        return new ToyDrift(value);
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        double left = Math.exp(-rate * Math.log1p(seconds));
        return (target, programmed, normal) -> programmed * (left + 0.01 * normal);
    }
}
