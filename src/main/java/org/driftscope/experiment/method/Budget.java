package org.driftscope.experiment.method;

import java.util.Locale;
import org.driftscope.support.SpecException;

/** What is left of a trial's budget of parameters. */
final class Budget {
    private Budget() {}

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
