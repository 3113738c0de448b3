package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.report.ArchivedStudy;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.explorer.ChartPoints;
import org.driftscope.ui.history.HistoryRow;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.TrialLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archived trials brought onto the recovery chart. */
class HistoryDeskTest {
    @TempDir
    Path folder;

    private final ImmediateRunner runner = new ImmediateRunner();
    private final List<String> said = new ArrayList<>();
    private OpenWindow window;
    private HistoryDesk desk;
    private Path archive;

    @BeforeEach
    void openAndCalibrate() {
        archive = folder.resolve("runs.sqlite");
        window = new OpenWindow(folder, runner).withSample();
        desk = new HistoryDesk(window.explorer, runner, window.problems::add, said::add);
        window.explorer.calibration().keepIn(new TrialLog(archive, runner, window.problems::add));
        window.explorer.settings().number(CalibrationSettings.RANK).set(1);
        window.explorer.calibrate();
        assertThat(window.problems).isEmpty();
        assertThat(points()).hasSize(1);
    }

    @AfterEach
    void close() {
        window.close();
        assertThat(window.problems).isEmpty();
    }

    private List<CalibrationPoint> points() {
        return window.history.get().points();
    }

    private ArchivedTrial trial() {
        try (RunArchive opened = RunArchive.open(archive)) {
            return opened.list("").get(0);
        }
    }

    private void putOnChart(ArchivedTrial trial) {
        desk.putOnChart(List.of(new HistoryRow(trial, ArchivedStudy.settings(trial))));
    }

    /** As versions before this one kept it. */
    private ArchivedTrial withoutPreprocessing(ArchivedTrial trial) {
        return changed(trial, trial.provenance().replaceAll(",\"modelName\".*", "}"));
    }

    private static ArchivedTrial changed(ArchivedTrial trial, String provenance) {
        return ArchivedTrial.finished(
                trial.key(), trial.study(), trial.finishedAt(), trial.spec(), provenance, trial.outcome());
    }

    @Test
    void aTrialThatIsOnTheChartIsNotPutThereTwice() {
        putOnChart(trial());
        assertThat(points()).hasSize(1);
        assertThat(said).containsExactly("Already on the chart.");
        putOnChart(withoutPreprocessing(trial()));
        assertThat(points()).as("an older version's trial").hasSize(1);
    }

    @Test
    void aTrialThatCameBackIsOfTheSameKindAsTheCalibrationItself() {
        CalibrationPoint made = points().get(0);
        window.history.edit("deletion", state -> state.withoutPoint(made.id()));
        putOnChart(trial());
        assertThat(points()).hasSize(1);
        assertThat(shown(points().get(0)).kind()).isEqualTo(shown(made).kind());
        assertThat(shown(points().get(0)).setup()).isEqualTo(shown(made).setup());
    }

    private RecoveryPoint shown(CalibrationPoint point) {
        return new ChartPoints(window.workspace().network(), "model.onnx", new KnownFiles()).of(point);
    }

    @Test
    void trialsOfOtherImagesAndNetworksAreKeptAndNeverMixed() {
        CalibrationPoint made = points().get(0);
        String provenance = trial().provenance();
        putOnChart(changed(trial(), provenance.replace(made.origin().images().sha256(), "f".repeat(64))));
        putOnChart(changed(trial(), provenance.replace(made.origin().model().sha256(), "e".repeat(64))));
        assertThat(points()).hasSize(2);
        RecoveryPoint elsewhere = shown(points().get(1));
        assertThat(elsewhere.network().sha256()).isEqualTo("e".repeat(64));
        assertThat(elsewhere.kind()).isNotEqualTo(shown(made).kind());
        assertThat(Map.copyOf(elsewhere.settings())).containsEntry("layers", "22 layers");
        assertThat(said.get(1)).contains("another network");
        // its layers are not known: those that are ticked here stay so
        window.explorer.restore(points().get(1));
        assertThat(window.history.get().ticked()).hasSize(22);
    }
}
