package org.driftscope.ui.workspace;

import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.ui.settings.model.StatisticsOption;
import org.driftscope.ui.settings.model.StatisticsViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** The files of factory statistics that the open network has, offered to calibrations. */
public final class StatisticsOffer {
    private final StateHistory history;
    private final StatisticsViewModel settings;

    public StatisticsOffer(StateHistory history, StatisticsViewModel settings) {
        this.history = history;
        this.settings = settings;
    }

    /** Offers the files that a network has open. */
    public void show(Workspace of) {
        settings.show(of.statistics().stream().map(StatisticsOffer::option).toList());
    }

    /** Calibrates with a file from now on, as one step of undo. */
    public void take(StatisticsFile read) {
        settings.add(option(read));
        history.step(Settings.STATISTICS.name(), state -> state.withStatistics(read.sha256()));
    }

    private static StatisticsOption option(StatisticsFile file) {
        return new StatisticsOption(
                file.sha256(),
                file.file().getFileName().toString(),
                file.bytes(),
                file.statistics().images());
    }

    /** Statistics of another network say nothing of this one. */
    public static ExplorerState known(Workspace opened, ExplorerState state) {
        return opened.knowsStatistics(state.calibration().settings().statistics()) ? state : state.withStatistics("");
    }
}
