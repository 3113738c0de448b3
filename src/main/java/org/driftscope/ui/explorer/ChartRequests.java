package org.driftscope.ui.explorer;

import java.util.List;
import java.util.function.UnaryOperator;
import org.driftscope.ui.charts.ChartActions;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.TextClipboard;
import org.driftscope.ui.workspace.Workspace;

/** Does what the charts ask for; every change of a point is a step of undo. */
public final class ChartRequests implements ChartActions {
    private final ExplorerViewModel explorer;
    private final DriftSweep driftSweep;
    private final KnownFiles files;
    private Runnable export = () -> {};
    private Runnable copyExperiment = () -> {};

    public ChartRequests(ExplorerViewModel explorer, DriftSweep driftSweep, KnownFiles files) {
        this.files = files;
        this.explorer = explorer;
        this.driftSweep = driftSweep;
    }

    /** What opens the export; set once the charts themselves are there. */
    public void onExport(Runnable action) {
        export = action;
    }

    /** What copies the settings as an experiment; set once that is there. */
    public void onCopyExperiment(Runnable action) {
        copyExperiment = action;
    }

    @Override
    public void restore(String pointId) {
        explorer.history().get().points().stream()
                .filter(point -> point.id().equals(pointId))
                .findFirst()
                .ifPresent(explorer::restore);
    }

    @Override
    public void rename(String pointId, String name) {
        changePoint("name of a point", pointId, point -> point.withName(name.strip()));
    }

    @Override
    public void setHidden(String pointId, boolean hidden) {
        changePoint("hiding of a point", pointId, point -> point.withHidden(hidden));
    }

    @Override
    public void delete(String pointId) {
        edit("deletion of a point", state -> state.withoutPoint(pointId));
    }

    @Override
    public void setAllHidden(List<String> pointIds, boolean hidden) {
        edit("hiding of points", state -> {
            ExplorerState changed = state;
            for (String id : pointIds) {
                changed = changed.withPointChanged(id, point -> point.withHidden(hidden));
            }
            return changed;
        });
    }

    @Override
    public void deleteAll(List<String> pointIds) {
        edit("deletion of " + pointIds.size() + " points", state -> {
            ExplorerState changed = state;
            for (String id : pointIds) {
                changed = changed.withoutPoint(id);
            }
            return changed;
        });
    }

    private void changePoint(String step, String pointId, UnaryOperator<CalibrationPoint> change) {
        edit(step, state -> state.withPointChanged(pointId, change));
    }

    private void edit(String step, UnaryOperator<ExplorerState> change) {
        explorer.history().step(step, change);
    }

    @Override
    public void copyCommand(String pointId) {
        explorer.history().get().points().stream()
                .filter(point -> point.id().equals(pointId))
                .map(point -> ResultData.of(point, files).getOrDefault("command", ""))
                .filter(command -> !command.isEmpty())
                .findFirst()
                .ifPresent(TextClipboard::put);
    }

    @Override
    public void copyCommands(List<String> commands) {
        if (!commands.isEmpty()) {
            TextClipboard.put(String.join("\n", commands));
        }
    }

    @Override
    public void copyExperiment() {
        copyExperiment.run();
    }

    @Override
    public void sweepRanks() {
        explorer.sweepRanks();
    }

    @Override
    public void runDriftSweep() {
        Workspace open = explorer.workspaceProperty().get();
        if (open != null && open.hasImages()) {
            driftSweep.start(open, explorer.history().get());
        }
    }

    @Override
    public void stopDriftSweep() {
        driftSweep.stop();
    }

    @Override
    public void exportFigure() {
        export.run();
    }
}
