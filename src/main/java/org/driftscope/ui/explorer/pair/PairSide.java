package org.driftscope.ui.explorer.pair;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.jspecify.annotations.Nullable;

/**
 * One of the two that are compared.
 *
 * @param state all settings
 * @param calibrated the calibration that belongs to them; null for none
 * @param drifted accuracy before it; null while it is not known
 */
record PairSide(ExplorerState state, @Nullable Calibrated calibrated, @Nullable Accuracy drifted) {
    /** What is set now, with what is known of it. */
    static PairSide now(ExplorerViewModel explorer) {
        ExplorerState state = explorer.history().get();
        Calibrated result = explorer.calibration().resultProperty().get();
        DriftReading reading = explorer.accuracy().driftedProperty().get();
        return new PairSide(
                state,
                result != null && result.belongsTo(state) ? result : null,
                reading != null && reading.asked().equals(state.onChip()) ? reading.accuracy() : null);
    }

    PairSide withDrifted(Accuracy known) {
        return new PairSide(state, calibrated, known);
    }

    /** The accuracy that counts: calibrated where it is, drifted where not; null while it is not known. */
    @Nullable
    Accuracy accuracy() {
        return calibrated == null ? drifted : calibrated.accuracy();
    }

    /** E.g. "20 % drift, one sided, on/off 10, seed 7, DoRA rank 1 + bias". */
    String words() {
        List<String> words = new ArrayList<>(List.of(ChipWords.briefly(state.chip())));
        words.addAll(ChipWords.ofDevice(state.chip().crossbar()).values());
        words.addAll(ChipWords.ofLayers(state.drifting()).values());
        words.add("seed " + state.chip().seed());
        words.add(calibrated == null ? "not calibrated" : state.calibration().describe());
        return String.join(", ", words);
    }

    /** Whether both are the same settings, for all that shows here. */
    boolean sameAs(PairSide other) {
        return state.onChip().equals(other.state.onChip())
                && (calibrated == null) == (other.calibrated == null)
                && (calibrated == null || state.calibration().equals(other.state.calibration()));
    }
}
