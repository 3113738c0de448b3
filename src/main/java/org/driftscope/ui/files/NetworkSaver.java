package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.NetworkExport;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.ChangedNetwork;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Writes the network as the window shows it, calibrated or drifted, as an ONNX file for other programs. */
public final class NetworkSaver {
    private static final String TITLE = "Exporting the network";

    private final ExplorerViewModel explorer;
    private final OpenedNews news;
    private final ProblemSink problems;

    /** @param news says what was written */
    public NetworkSaver(ExplorerViewModel explorer, OpenedNews news, ProblemSink problems) {
        this.explorer = explorer;
        this.news = news;
        this.problems = problems;
    }

    /** Saves what is shown now. */
    public void save(Path file) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null) {
            return;
        }
        ExplorerState state = explorer.history().get();
        Calibrated shown = explorer.calibration().resultProperty().get();
        Calibrated result = shown != null && shown.belongsTo(state) ? shown : null;
        explorer.monitor()
                .enqueue(Job.of(
                        TITLE,
                        (progress, cancel) -> open.use(bench -> write(file, bench, state, result, cancel)),
                        notes -> news.wrote(
                                result == null ? "the drifted network" : "the calibrated network",
                                file.getFileName().toString(),
                                notes),
                        error -> problems.show(TITLE, error)));
    }

    private static List<String> write(
            Path file, Workbench bench, ExplorerState state, @Nullable Calibrated result, CancelToken cancel) {
        Network network = bench.network();
        Map<String, LayerChange> changes;
        if (result == null) {
            ExperimentSpec spec = StateSpec.of(network, state);
            changes = bench.chip(spec.chip(), spec.driftedLayers().in(network), cancel)
                    .changes();
        } else {
            network = result.outcome().correction().network();
            changes = result.outcome().correction().changes();
        }
        OnnxWriter.write(ChangedNetwork.of(network, changes), file);
        return NetworkExport.leftOut(changes);
    }
}
