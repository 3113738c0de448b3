package org.driftscope.ui.inside;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.driftscope.evaluation.SingleImages;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.Correction;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What is looked into.
 *
 * @param workspace the open network with its images
 * @param chip the chip's settings, and which layers drift
 * @param calibrated the calibration that belongs to them; null for none
 */
public record InsideSubject(Workspace workspace, ChipChoice chip, @Nullable Calibrated calibrated) {
    /** The states there are. */
    List<NetworkState> states() {
        return calibrated == null ? List.of(NetworkState.CLEAN, NetworkState.DRIFTED) : List.of(NetworkState.values());
    }

    /** Shows images to the network in a state; on a worker. */
    <T> T look(NetworkState state, CancelToken cancel, BiFunction<SingleImages, CompiledNetwork, T> how) {
        return workspace.use(bench -> look(bench, state, cancel, how));
    }

    private <T> T look(
            Workbench bench, NetworkState state, CancelToken cancel, BiFunction<SingleImages, CompiledNetwork, T> how) {
        if (state == NetworkState.CALIBRATED && calibrated != null) {
            Correction correction = calibrated.outcome().correction();
            return bench.look(correction.network(), correction.changes(), how);
        }
        if (state == NetworkState.DRIFTED) {
            Chip drifted = bench.chip(chip.spec(), chip.drifting().in(bench.network()), cancel);
            return bench.look(bench.network(), drifted.changes(), how);
        }
        return bench.look(bench.network(), Map.of(), how);
    }
}
