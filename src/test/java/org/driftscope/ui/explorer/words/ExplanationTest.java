package org.driftscope.ui.explorer.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.device.DeviceKinds;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.Reads;
import org.driftscope.experiment.Service;
import org.driftscope.experiment.method.Correction;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.RandomSource;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.LayerCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int IMAGES = 1000;

    private final ExplorerState state = ExplorerState.first().withTicked(Set.of("a", "b"));

    private static Accuracy accuracy(int correct) {
        return new Accuracy(correct, IMAGES, 10);
    }

    private static DriftReading reading(ExplorerState state, int correct) {
        return new DriftReading(state.onChip(), new Chip(Map.of()), accuracy(correct));
    }

    private Calibrated calibrated(int correct) {
        return calibrated(state, correct, 0);
    }

    private static Calibrated calibrated(ExplorerState state, int correct, long writes) {
        Network network = Graphs.residual(RandomSource.of(1));
        Correction correction = new Correction(
                network, Map.of(), new CalibratedChip(new Chip(Map.of()), Map.of()), 10, 160, writes, List.of());
        ExperimentResult result = new ExperimentResult(
                accuracy(915),
                accuracy(700),
                accuracy(correct),
                Reads.once(accuracy(700).top1(), accuracy(correct).top1()),
                List.of(),
                10,
                5.01,
                160,
                160,
                writes,
                0,
                0.1,
                Service.unlooked(1, 0, 0, 10),
                List.of());
        return new Calibrated(state, new ExperimentRunner.Outcome(result, correction), PointOrigin.NOT_RECORDED);
    }

    private static String text(ExplorerState state, int clean, int drifted, @Nullable Calibrated calibrated) {
        return Explanation.of(
                        state,
                        new LayerCounts(2, 2, state.ticked().size()),
                        accuracy(clean),
                        reading(state, drifted),
                        calibrated)
                .text();
    }

    @Test
    void aDeviceThatAgesIsCalledByItsNameAndAge() {
        ExplorerState aged = state.withDevice(DeviceKinds.named("pcm")).withAge(86_400);
        assertThat(text(aged, 915, 700, null)).startsWith("PCM (Joshi 2020) after 1 d cost 21.5 points.");
        assertThat(text(aged, 915, 100, null)).contains("near chance. A layer gain brings back what shrank together");
    }

    @Test
    void saysWhereTheNetworkGivesNoScores() {
        Accuracy clean = Accuracy.of(new int[] {1, 1, 1, 1}, new int[] {1, Accuracy.NO_PREDICTION, 1, 1}, 3, 10);
        assertThat(Explanation.of(state, new LayerCounts(2, 2, 2), clean, null, null)
                        .text())
                .startsWith("For 1 of 4 images the clean network gives NaN or infinity");
    }

    /** The clean network got 3 of the first 4 images, and all others: only what both were scored on is compared. */
    @Test
    void comparesTheSameImagesWhileNotAllAreScored() {
        Accuracy clean = Accuracy.of(new int[] {1, 1, 1, 1, 1, 1}, new int[] {1, 0, 1, 1, 1, 1}, 6, 10);
        Accuracy drifted = Accuracy.of(new int[] {1, 1, 1, 1}, new int[] {1, 0, 0, 0}, 4, 10);
        assertThat(Explanation.soFar(state, new LayerCounts(2, 2, 2), clean, drifted, 100)
                        .text())
                .isEqualTo("By the first 4 of 100 images, 20 % drift cost 50.0 points (standard error 23.6 %)."
                        + " The others are being scored.");
    }

    @Test
    void saysWhatDriftCostAndWhatCalibrationWonBack() {
        assertThat(text(state, 915, 700, null)).startsWith("20 % drift cost 21.5 points. Calibrate to win them back");
        assertThat(text(state, 915, 700, calibrated(900)))
                .isEqualTo("20 % drift cost 21.5 points; DoRA of rank 4 on all 2 layers won 20.0 of them back with"
                        + " 5.01 % of the parameters, from 10 images.");
    }

    /** 94.50 and 64.35 % are printed as 94.5 and 64.4: a reader who subtracts must find what the sentence says. */
    @Test
    void differencesAreThoseOfWhatIsPrinted() {
        Accuracy clean = new Accuracy(1890, 2000, 10);
        DriftReading drifted = new DriftReading(state.onChip(), new Chip(Map.of()), new Accuracy(1287, 2000, 10));
        assertThat(Explanation.of(state, new LayerCounts(2, 2, 2), clean, drifted, null)
                        .text())
                .startsWith("20 % drift cost 30.1 points.");
    }

    @Test
    void saysThatLeastErrorShrinksSignalsWhereAccuracyIsLeftBehind() {
        ExplorerState published = state.withCalibration(Preset.AS_PUBLISHED.applyTo(state.calibration()));
        assertThat(text(published, 915, 700, calibrated(published, 850, 0)))
                .contains("Least error shrinks signals", "preset Recommended");
        assertThat(text(published, 915, 700, calibrated(published, 910, 0))).doesNotContain("shrinks");
        assertThat(text(state, 915, 700, calibrated(850))).doesNotContain("shrinks");
        ExplorerState lora = published.withCalibration(published.calibration().withMethod(Method.LORA));
        CalibrationPoint better = calibrated(lora, 890, 0).point();
        assertThat(text(published.withPoints(List.of(better)), 915, 700, calibrated(published, 850, 0)))
                .endsWith("Least error shrinks signals: LoRA reached 89.0 %.");
    }

    @Test
    void sentencesBeginWithACapitalAndAdviseWhatTheMethodUses() {
        ExplorerState compensated = with(Method.DRIFT_COMPENSATION);
        assertThat(text(compensated, 915, 700, calibrated(compensated, 600, 0)))
                .contains(". Drift compensation on all 2 layers lost another", "try another method")
                .doesNotContain("more images");
    }

    @Test
    void saysWhyNothingHappens() {
        assertThat(text(state.withRelativeDrift(0), 915, 915, null)).contains("Relative drift is 0");
        assertThat(text(state.withTicked(Set.of()), 915, 700, null)).contains("No layer is ticked");
        assertThat(text(state, 110, 100, null))
                .contains("near chance", "preprocessing", "not of the kind it was trained");
        assertThat(text(state, 915, 105, null)).contains("near chance", "mapping");
        assertThat(text(state, 915, 912, null)).contains("1,000 images can tell apart");
        assertThat(text(state, 915, 700, calibrated(702))).contains("can tell apart");
        assertThat(text(state, 915, 700, calibrated(600))).contains("lost another 10.0 points");
    }

    @Test
    void saysWhatEachKindOfMethodDid() {
        ExplorerState allocated = with(Method.ALLOCATED);
        assertThat(text(allocated, 915, 700, null)).contains("allocated ranks under 2.34 % on all 2 layers");
        ExplorerState few = allocated.withCalibration(allocated
                .calibration()
                .withSettings(allocated.calibration().settings().withMostAffected(1)));
        assertThat(text(few, 915, 700, calibrated(few, 900, 0))).contains("on the 1 most affected of 2 layers");
        ExplorerState trained = with(Method.BACKPROP);
        assertThat(text(trained, 915, 700, calibrated(trained, 900, 1234)))
                .contains("10 labelled images", "rewrote 1,234 RRAM cells", "no layer has a feature error");
        ExplorerState statistics = with(Method.BATCH_NORM);
        assertThat(text(statistics, 915, 700, calibrated(statistics, 900, 0)))
                .contains("changes no layer's weights", "no residual map")
                .doesNotContain("2 layers");
    }

    @Test
    void advisesOnlyWhatWouldHelp() {
        assertThat(text(state, 915, 700, calibrated(600))).contains("try more images or the other magnitude rule");
        ExplorerState scales = with(Method.DRIFT_COMPENSATION);
        assertThat(text(scales, 915, 700, calibrated(scales, 600, 0)))
                .contains(". Drift compensation on all 2 layers lost another", ": try another method, since")
                .doesNotContain("more images");
        assertThat(text(state, 915, 700, calibrated(690))).contains("by \u22121.0 points");
    }

    @Test
    void oneNameForScaleAndBias() {
        ExplorerState affine = with(Method.AFFINE);
        assertThat(text(affine, 915, 700, calibrated(affine, 900, 0))).contains("; scale and bias on all 2 layers won");
    }

    private ExplorerState with(Method method) {
        return state.withCalibration(state.calibration().withMethod(method));
    }
}
