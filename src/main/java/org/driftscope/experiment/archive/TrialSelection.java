package org.driftscope.experiment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which trials are read, and from which end.
 *
 * @param study that they belong to; "" for any
 * @param tag that they carry; "" for any
 * @param numbers settings that are those numbers, by name; none for any
 * @param newestFirst the order
 */
public record TrialSelection(String study, String tag, Map<String, Double> numbers, boolean newestFirst) {
    /** Of which it is quicker to walk along the times of all trials than to sort its own. */
    private static final int LARGE_STUDY = 20_000;
    /** A text of digits is not read to the last bit by SQL. */
    private static final double ALMOST = 1e-9;

    /** All, oldest first. */
    public static final TrialSelection ALL = new TrialSelection("", "", Map.of(), false);

    public TrialSelection {
        numbers = Map.copyOf(numbers);
    }

    /** The trials of a study, oldest first; all where it is "". */
    public static TrialSelection ofStudy(String study) {
        return new TrialSelection(study, "", Map.of(), false);
    }

    public TrialSelection fromNewest() {
        return new TrialSelection(study, tag, numbers, true);
    }

    /**
     * The rest of a statement, from FROM on.
     *
     * @param inStudy how many trials its study has
     * @param ordered false to count
     */
    String sql(long inStudy, boolean ordered) {
        List<String> conditions = new ArrayList<>();
        boolean large = inStudy > LARGE_STUDY && ordered;
        if (!study.isEmpty()) {
            conditions.add(
                    large
                            ? "EXISTS (SELECT 1 FROM study_trial WHERE study = ? AND trial = key)"
                            : "key IN (SELECT trial FROM study_trial WHERE study = ?)");
        }
        if (!tag.isEmpty()) {
            // the second lets it use the index of those that have one
            conditions.add("tag = ? AND tag <> ''");
        }
        numbers.keySet().stream()
                .sorted()
                .forEach(name -> conditions.add("abs(json_extract(spec, '$.\"" + name + "\"') - ?) <= ?"));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String way = newestFirst ? " DESC" : "";
        return " FROM trial" + where + (ordered ? " ORDER BY finished_at" + way + ", key" + way : "");
    }

    /** What the statement asks for, in its order. */
    Object[] values() {
        List<Object> values = new ArrayList<>();
        if (!study.isEmpty()) {
            values.add(study);
        }
        if (!tag.isEmpty()) {
            values.add(tag);
        }
        numbers.keySet().stream().sorted().forEach(name -> {
            double wanted = numbers.getOrDefault(name, Double.NaN);
            values.add(wanted);
            values.add(ALMOST * Math.abs(wanted));
        });
        return values.toArray();
    }
}
