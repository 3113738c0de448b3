package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was asked for, in words. */
public final class RecordedActions implements ChartActions {
    private final List<String> asked = new ArrayList<>();

    public List<String> asked() {
        return asked;
    }

    @Override
    public void restore(String pointId) {
        asked.add("restore " + pointId);
    }

    @Override
    public void rename(String pointId, String name) {
        asked.add("rename " + pointId + " to " + name);
    }

    @Override
    public void setHidden(String pointId, boolean hidden) {
        asked.add((hidden ? "hide " : "show ") + pointId);
    }

    @Override
    public void delete(String pointId) {
        asked.add("delete " + pointId);
    }

    @Override
    public void setAllHidden(List<String> pointIds, boolean hidden) {
        asked.add((hidden ? "hide " : "show ") + String.join(" and ", pointIds));
    }

    @Override
    public void deleteAll(List<String> pointIds) {
        asked.add("delete " + String.join(" and ", pointIds));
    }

    @Override
    public void sweepRanks() {
        asked.add("sweep ranks");
    }

    @Override
    public void runDriftSweep() {
        asked.add("run drift sweep");
    }

    @Override
    public void stopDriftSweep() {
        asked.add("stop drift sweep");
    }

    @Override
    public void exportFigure() {
        asked.add("export figure");
    }

    @Override
    public void copyCommand(String pointId) {
        asked.add("copy command of " + pointId);
    }

    @Override
    public void copyExperiment() {
        asked.add("copy experiment");
    }

    @Override
    public void copyCommands(List<String> commands) {
        asked.add("copy " + String.join(", ", commands));
    }
}
