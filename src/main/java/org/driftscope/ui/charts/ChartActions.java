package org.driftscope.ui.charts;

import java.util.List;

/** What the panel asks for; whoever owns the state does it and writes the view model. */
public interface ChartActions {
    /** Takes the settings of a point. */
    void restore(String pointId);

    /** Names a point; an empty name takes it away. */
    void rename(String pointId, String name);

    void setHidden(String pointId, boolean hidden);

    void delete(String pointId);

    /** Puts the command line that makes a point again on the clipboard. */
    void copyCommand(String pointId);

    /** Hides or shows several as one step. */
    void setAllHidden(List<String> pointIds, boolean hidden);

    /** Deletes several as one step. */
    void deleteAll(List<String> pointIds);

    /** Puts the command lines that make a figure's numbers again on the clipboard, one a line. */
    void copyCommands(List<String> commands);

    /** Puts the present settings on the clipboard, as an experiment for driftscope run. */
    void copyExperiment();

    /** Calibrates at ranks 1, 2, 4, 8, 16 and adds a point for each. */
    void sweepRanks();

    void runDriftSweep();

    void stopDriftSweep();

    /** Opens the export of the figure that is shown. */
    void exportFigure();
}
