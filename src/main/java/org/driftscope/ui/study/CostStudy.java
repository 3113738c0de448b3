package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.List;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.RangedCost;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.Network;
import org.driftscope.report.CostFolder;

/**
 * The study that needs no trials: what one calibration costs with each method.
 *
 * @param network that is calibrated
 * @param spec crossbar, layers and the settings of the methods
 * @param figures of the devices
 */
public record CostStudy(Network network, ExperimentSpec spec, CostAssumptions figures) {
    /** A row a method. */
    List<RangedCost> costs() {
        return CostFolder.costs(network, spec, figures);
    }

    /** Writes the tables. @throws org.driftscope.support.DriftscopeException if the folder cannot be written */
    void write(Path folder) {
        CostFolder.write(network, spec, figures, folder);
    }
}
