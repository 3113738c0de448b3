package org.driftscope.experiment.method;

import java.util.Collection;
import java.util.Locale;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;

/** A budget of parameters, or of the bits that so many take, and what is left of it. */
public final class Budget {
    private Budget() {}

    /** Parameters that the budget pays for. */
    static long of(CalibrationSpec spec, Network network) {
        return (long) (spec.settings().budget() / 100 * network.parameters());
    }

    /** The least budget, %, that pays for a scale and a bias for every column of some layers. */
    public static double least(Network network, Collection<AnalogLayer> layers) {
        return 200.0 * layers.stream().mapToLong(AnalogLayer::cols).sum() / network.parameters();
    }

    /**
     * After a scale and a bias for every column.
     *
     * @throws SpecException if the budget does not even pay for these
     */
    static long afterScaleAndBias(Trial trial) {
        long fixed = 2 * trial.columns();
        if (trial.budget() < fixed) {
            double least = 100.0 * fixed / trial.bench().network().parameters();
            throw new SpecException(
                    "budget",
                    trial.calibration().settings().budget(),
                    String.format(
                            Locale.ROOT,
                            "%.3g %% or more on this network: scale and bias of the %d calibrated layers take that much",
                            least,
                            trial.layers().size()));
        }
        return trial.budget() - fixed;
    }
}
