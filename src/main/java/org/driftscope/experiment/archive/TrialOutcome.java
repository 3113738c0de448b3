package org.driftscope.experiment.archive;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.archive.TrialColumn.Form;

/**
 * The numbers of a trial that tables and figures are made of.
 *
 * @param numbers by name of their {@link TrialColumns}; a trial lacks what it has none of, and one of an older version what came later
 * @param notes what else is worth knowing, e.g. the learning rates that were tried
 */
public record TrialOutcome(@JsonIgnore Map<String, Double> numbers, String notes) {
    public TrialOutcome {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    public static TrialOutcome of(ExperimentResult result) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (TrialColumn column : TrialColumns.all()) {
            double number = column.measure().applyAsDouble(result);
            if (!Double.isNaN(number)) {
                numbers.put(column.name(), number);
            }
        }
        return new TrialOutcome(numbers, String.join(" ", result.notes()));
    }

    /** The number of that name; NaN where there is none. */
    public double number(String column) {
        return numbers.getOrDefault(column, Double.NaN);
    }

    /** As {@link #numbers}, whole numbers as such. */
    @JsonAnyGetter
    public Map<String, Number> json() {
        Map<String, Number> json = new LinkedHashMap<>(numbers);
        TrialColumns.all().stream()
                .filter(column -> column.form() == Form.COUNT && numbers.containsKey(column.name()))
                .forEach(column -> json.put(column.name(), (long) number(column.name())));
        return json;
    }

    /** Evaluation images. */
    public int images() {
        return (int) number(TrialColumns.IMAGES.name());
    }

    /** 0 to 1. */
    public double cleanTop1() {
        return number(TrialColumns.CLEAN.name());
    }

    /** 0 to 1. */
    public double driftedTop1() {
        return number(TrialColumns.DRIFTED.name());
    }

    /** 0 to 1. */
    public double calibratedTop1() {
        return number(TrialColumns.CALIBRATED.name());
    }

    /** SRAM parameters of all adapters. */
    public long updatedParameters() {
        return (long) number(TrialColumns.PARAMETERS.name());
    }

    /** Of the network's parameters. */
    public double updatedPercent() {
        return number(TrialColumns.UPDATED.name());
    }

    /** Wall-clock time. */
    public double calibrationSeconds() {
        return number(TrialColumns.SECONDS.name());
    }
}
