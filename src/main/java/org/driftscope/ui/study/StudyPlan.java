package org.driftscope.ui.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;

/**
 * A study that is ready to run.
 *
 * @param name for its files and for messages
 * @param sweeps at least one
 * @param files what is worked on, for the experiment files that repeat it
 * @param bench lends the workbench on those files
 */
public record StudyPlan(String name, List<Sweep> sweeps, BenchFiles files, BenchLoan bench) {
    public StudyPlan {
        sweeps = List.copyOf(sweeps);
        if (sweeps.isEmpty()) {
            throw new IllegalArgumentException("study " + name + " has no sweep");
        }
    }

    /** Settings that differ between trials, in the catalogue's order. */
    List<String> swept() {
        Set<String> names = new LinkedHashSet<>();
        sweeps.forEach(sweep -> names.addAll(sweep.axes().keySet()));
        return Settings.all().stream()
                .map(Setting::name)
                .filter(names::contains)
                .toList();
    }

    /** One row a trial, sweep after sweep in the order of each grid. */
    List<TrialRow> rows() {
        List<TrialRow> rows = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            sweep.trials().forEach(trial -> rows.add(new TrialRow(rows.size() + 1, trial)));
        }
        return rows;
    }
}
