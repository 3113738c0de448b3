package org.driftscope.ui.readout;

import java.util.List;
import java.util.Map;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.LayerSums;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.workspace.Workspace;

/**
 * Whose partial sums are shown.
 *
 * @param workspace the open network with its images
 * @param chip the chip's settings, and which layers are on it
 * @param words what the chip was made with, in a line
 * @param source the same for exported figures
 */
public record SumsSubject(Workspace workspace, ChipChoice chip, String words, Map<String, String> source) {
    /** Layer by layer; on a worker. */
    List<LayerSums> count(CancelToken cancel) {
        return workspace.use(bench -> count(bench, cancel));
    }

    private List<LayerSums> count(Workbench bench, CancelToken cancel) {
        List<String> layers = chip.layersIn(bench.network());
        Chip made = bench.chip(chip.spec(), layers, cancel);
        return bench.partialSums(chip.spec(), made, layers, cancel);
    }
}
