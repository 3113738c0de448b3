package org.driftscope.ui.history;

import java.util.List;

/** What the history asks of the window around it. */
public interface HistoryActions {
    /** Takes a trial's settings over into the window. */
    void restore(HistoryRow row);

    /** Adds trials to the recovery chart. */
    void putOnChart(List<HistoryRow> rows);
}
