package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;

/** Sweeps with made-up numbers. */
final class SampleTrials {
    static final ExperimentSpec BASE = ExperimentSpec.of(ChipSpec.of(0.2, 0), CalibrationSpec.defaults());

    private SampleTrials() {}

    /** All trials finished: 1000 images, clean 0.9, drifted 0.7. @param calibrated by the swept values */
    static FinishedSweep of(
            String name, Map<String, List<Object>> axes, ToDoubleFunction<Map<String, Object>> calibrated) {
        Sweep sweep = new Sweep(name, BASE, axes);
        List<SweepRunner.Finished> finished = new ArrayList<>();
        List<Sweep.Trial> trials = sweep.trials();
        for (int i = 0; i < trials.size(); i++) {
            TrialOutcome outcome = Outcomes.of(
                    1000,
                    0.9,
                    0.7,
                    calibrated.applyAsDouble(trials.get(i).values()),
                    100 + i,
                    2.5,
                    16L * (100 + i),
                    0,
                    0.125,
                    "");
            finished.add(new SweepRunner.Finished(i, trials.get(i), outcome, false));
        }
        return new FinishedSweep(sweep, finished);
    }

    /** Ranks 1 and 4 on two chips. */
    static FinishedSweep ranks() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("rank", List.of(1L, 4L));
        axes.put("seed", List.of(1L, 2L));
        return of("rank", axes, values -> 0.8 + 0.01 * (Long) values.get("rank") + 0.02 * (Long) values.get("seed"));
    }
}
