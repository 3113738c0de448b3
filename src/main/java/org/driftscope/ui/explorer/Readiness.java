package org.driftscope.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.method.Budget;
import org.driftscope.experiment.method.TrialMethod;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.SpecException;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.LayerCounts;

/** Whether a calibration can run, told before anything runs. */
final class Readiness {
    private Readiness() {}

    /**
     * Why the calibration that is set cannot run; empty where it can.
     *
     * @param scorable whether there are images to score with
     * @param images how many there are to calibrate with
     */
    static Optional<DriftscopeException> refusal(Network network, boolean scorable, int images, ExplorerState state) {
        CalibrationSpec spec = state.calibration();
        if (!scorable) {
            return Optional.of(new DriftscopeException(
                    "No images are open, so what a calibration wins back could not be scored. Open images first."));
        }
        if (SettingUse.LAYERS.matters(spec.method()) && state.ticked().isEmpty()) {
            return Optional.of(new SpecException("Number of ticked layers", 0, "1 or more"));
        }
        if (SettingUse.LAYERS.matters(spec.method())
                && LayerCounts.of(network, state).calibrated() == 0) {
            return Optional.of(new DriftscopeException("None of the ticked layers drifts, so there is nothing to"
                    + " calibrate. Tick a layer that drifts, or let more layers drift."));
        }
        if (spec.drawsImages() && spec.samples() > images) {
            return Optional.of(new SpecException(
                    "Number of images",
                    spec.samples(),
                    "at most " + images + ", as many as there are to calibrate with"));
        }
        return ofMethod(network, state);
    }

    /** Why ranks cannot be swept with the method; empty where they can. */
    static Optional<DriftscopeException> ofRanks(ExplorerState state) {
        Method method = state.calibration().method();
        return SettingUse.RANK.matters(method)
                ? Optional.empty()
                : Optional.of(new SpecException(
                        "Method", method.label(), "one with a rank, such as DoRA, when ranks are swept"));
    }

    /** Why several chips of a kind cannot be calibrated; empty where they can. */
    static Optional<DriftscopeException> ofChips(ExplorerState state) {
        return state.chip().drift().isMeasuredCellByCell()
                ? Optional.of(new DriftscopeException(
                        "A measured chip is one chip. Choose other cells to calibrate several of a kind."))
                : Optional.empty();
    }

    /** What is to be known of the method before it runs, a sentence; "" for nothing. */
    static String note(Network network, ExplorerState state) {
        return ofMethod(network, state)
                .map(DriftscopeException::userMessage)
                .orElse(state.calibration().method().needsLabels() ? "Uses the labels of the calibration images." : "");
    }

    /** Why the method does not suit the network; empty where it does. */
    static Optional<DriftscopeException> ofMethod(Network network, ExplorerState state) {
        CalibrationSpec spec = state.calibration();
        Optional<String> refusal = TrialMethod.of(spec.method()).refusal(network);
        if (refusal.isPresent()) {
            return refusal.map(DriftscopeException::new);
        }
        boolean allTicked = spec.settings().mostAffected() == 0;
        if (SettingUse.BUDGET.matters(spec.method()) && allTicked) {
            List<String> drifting = state.onChip().layersIn(network);
            List<AnalogLayer> ticked = network.analogLayers().stream()
                    .filter(layer -> state.ticked().contains(layer.name()) && drifting.contains(layer.name()))
                    .toList();
            double least = Budget.least(network, ticked);
            if (spec.settings().budget() < least) {
                return Optional.of(new SpecException(
                        "Budget",
                        spec.settings().budget(),
                        String.format(
                                Locale.US,
                                "%.3g %% or more: scale and bias of the %d ticked layers take that much",
                                least,
                                ticked.size())));
            }
        }
        return Optional.empty();
    }
}
