package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.PairedDifference;
import org.driftscope.report.paired.Comparison;
import org.driftscope.report.paired.PairedTrial;
import org.driftscope.report.paired.PairedWords;
import org.jspecify.annotations.Nullable;

/**
 * Paired differences as a table or as JSON.
 *
 * @param comparisons with one baseline, at least one
 * @param points the difference that chips are to show
 */
public record PairedTable(List<Comparison> comparisons, double points) {
    /** As JSON has it; {@code chipsToSee} is -1 where it cannot be told, and the rest null where one pair tells no spread. */
    private record Row(
            String calibration,
            String baseline,
            int pairs,
            List<Object> seeds,
            double top1,
            double baselineTop1,
            double difference,
            @Nullable Double intervalLow,
            @Nullable Double intervalHigh,
            @Nullable Double standardDeviation,
            double points,
            int chipsToSee) {}

    public void print(PrintWriter out, boolean json) {
        if (json) {
            Json.print(out, comparisons.stream().map(this::row).toList());
            return;
        }
        out.println(
                "Against " + comparisons.get(0).baselineName() + ", on the same chips, in points of top-1 accuracy:");
        String chips = "chips to see " + points;
        TextTable table = new TextTable(
                "calibration", "pairs", "top-1 %", "baseline %", "difference", "95 % interval", "s.d.", chips);
        comparisons.forEach(comparison -> table.row(cells(comparison)));
        table.print(out);
        out.println(PairedWords.INTERVAL + "; " + chips + ": four studies of five have an interval without 0.");
    }

    private String[] cells(Comparison comparison) {
        PairedDifference difference = comparison.difference();
        AccuracySummary over = difference.over();
        boolean several = over.count() > 1;
        int chips = difference.chipsToSee(points);
        return new String[] {
            comparison.name() + chip(comparison),
            Integer.toString(comparison.pairs()),
            decimal(comparison.top1()),
            decimal(comparison.baselineTop1()),
            String.format(Locale.ROOT, "%+.2f", over.mean()),
            several ? PairedWords.interval(difference) : "",
            several ? String.format(Locale.ROOT, "%.2f", over.standardDeviation()) : "",
            chips < 0 ? "" : Integer.toString(chips)
        };
    }

    /** What tells the chips of this row from those of others, in brackets. */
    private String chip(Comparison comparison) {
        Map<String, Object> own = kind(comparison);
        Set<String> words = new LinkedHashSet<>();
        own.forEach((name, value) -> {
            if (comparisons.stream()
                    .anyMatch(other -> !Objects.equals(kind(other).get(name), value))) {
                words.add(PairedWords.of(name, value));
            }
        });
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    private static Map<String, Object> kind(Comparison comparison) {
        return comparison.trials().get(0).kind();
    }

    private Row row(Comparison comparison) {
        PairedDifference difference = comparison.difference();
        AccuracySummary over = difference.over();
        List<Object> seeds = new ArrayList<>();
        comparison.trials().stream().map(PairedTrial::seed).forEach(seeds::add);
        return new Row(
                comparison.name() + chip(comparison),
                comparison.baselineName(),
                comparison.pairs(),
                seeds,
                comparison.top1(),
                comparison.baselineTop1(),
                over.mean(),
                known(over.interval95().low()),
                known(over.interval95().high()),
                known(over.standardDeviation()),
                points,
                difference.chipsToSee(points));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String decimal(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }
}
