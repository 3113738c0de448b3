package org.driftscope.ui.charts.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.SeriesTint;

/**
 * One calibration on the recovery chart.
 *
 * @param id unique among the points
 * @param method the method's label, e.g. "DoRA"
 * @param tint of the method's series
 * @param rank rank of the adapter; 0 for methods without
 * @param percent parameters updated, % of the network's
 * @param sramBits of SRAM that it holds; none above 0 where it holds none, or that is not known
 * @param scores of its own chip
 * @param seed which chip of its kind
 * @param network that it was made on
 * @param setup chip, images and build, name to words; without the seed
 * @param settings of the method, name to words; without the rank
 * @param kind everything but rank and seed that decides its numbers: only points of one kind may form a mean
 * @param data all of it as columns of a table, key to value
 * @param notes what else is worth knowing, a sentence each
 * @param name given by the user; empty for none
 * @param hidden whether the chart leaves it out
 */
public record RecoveryPoint(
        String id,
        String method,
        SeriesTint tint,
        int rank,
        double percent,
        long sramBits,
        PointScores scores,
        long seed,
        ChartNetwork network,
        Map<String, String> setup,
        Map<String, String> settings,
        String kind,
        Map<String, String> data,
        List<String> notes,
        String name,
        boolean hidden) {
    /** The column that holds the command line which makes the point again. */
    public static final String COMMAND = "command";

    public RecoveryPoint {
        notes = List.copyOf(notes);
        setup = Collections.unmodifiableMap(new LinkedHashMap<>(setup));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** The name given by the user, or the method with its rank. */
    public String label() {
        if (!name.isBlank()) {
            return name;
        }
        return rank > 0 ? method + ", r = " + rank : method;
    }

    /** The command line that makes it again; "" where it cannot be told. */
    public String command() {
        return data.getOrDefault(COMMAND, "");
    }

    /** Setup and settings together, for series' names. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(setup);
        words.putAll(settings);
        return words;
    }
}
