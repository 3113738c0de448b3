package org.driftscope.experiment.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of made-up trials. */
public final class Outcomes {
    private Outcomes() {}

    /** With the numbers of {@link TrialColumns#first}, in their order. */
    public static TrialOutcome of(
            int images,
            double clean,
            double drifted,
            double calibrated,
            long parameters,
            double percent,
            long sramBits,
            long rramWrites,
            double seconds,
            String notes) {
        List<Number> values =
                List.of(images, clean, drifted, calibrated, parameters, percent, sramBits, rramWrites, seconds);
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            numbers.put(TrialColumns.first().get(i).name(), values.get(i).doubleValue());
        }
        return new TrialOutcome(numbers, notes);
    }
}
