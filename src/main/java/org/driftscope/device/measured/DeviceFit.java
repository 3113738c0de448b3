package org.driftscope.device.measured;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;

/**
 * Mean change and spread of measured cells by where they began and by time, in two passes over the measurements: the first
 * finds the times and each cell's beginning, the second the moments of each bin.
 *
 * @param table what was found
 * @param paths of cells that were measured at every time
 * @param range of the beginnings, µS, its ends rounded outwards to three digits
 * @param rows that were used
 * @param cells that were measured
 * @param notes what one should know about the fit, in sentences
 */
public record DeviceFit(
        DriftTable table, ReplayedPaths paths, ConductanceRange range, long rows, int cells, List<String> notes) {
    private static final int LOOK_EVERY = 1 << 16;
    /** A fifth of a percent of a normal distribution's cells are beyond three sigma; here it is a percent or more. */
    private static final double HEAVY = 3;

    public DeviceFit {
        notes = List.copyOf(notes);
    }

    /**
     * Fits.
     *
     * @throws DataFormatException if there is only one time or cell, or nothing in the range
     */
    public static DeviceFit of(Measurements from, FitOptions options, CancelToken cancel) {
        FirstPass first = new FirstPass(from, cancel);
        first.run();
        SecondPass second = new SecondPass(from, options, cancel, first);
        second.run();
        return second.result();
    }

    /** Which cells and times there are. */
    private static final class FirstPass {
        private final Measurements from;
        private final CancelToken cancel;
        private final FirstValues firsts;
        private final TimeGroups times = new TimeGroups();
        private long rows;
        private long withTarget;
        private double leastTarget = Double.POSITIVE_INFINITY;
        private double mostTarget;

        FirstPass(Measurements from, CancelToken cancel) {
            this.from = from;
            this.cancel = cancel;
            this.firsts = new FirstValues(from.name());
        }

        void run() {
            from.forEach((number, cell, seconds, gUs, targetUs) -> {
                if (rows++ % LOOK_EVERY == 0) {
                    cancel.throwIfCancelled();
                }
                times.add(seconds);
                firsts.add(cell, seconds, gUs);
                if (!Double.isNaN(targetUs)) {
                    withTarget++;
                    leastTarget = Math.min(leastTarget, targetUs);
                    mostTarget = Math.max(mostTarget, targetUs);
                }
            });
            if (rows == 0) {
                throw new DataFormatException(from.name() + " has no measurements. Give one row a cell and time.");
            }
            times.close();
            if (firsts.cells() < 2) {
                throw new DataFormatException(from.name() + " has one cell only. Give many, 30 or more near each"
                        + " conductance, and name the column that tells cells apart.");
            }
            if (times.count() < 2) {
                throw new DataFormatException(from.name() + " has one time only, " + Age.words(times.seconds()[0])
                        + ". Give two or more, and name the column of times.");
            }
            if (times.count() > DriftTable.MOST) {
                throw new DataFormatException(from.name() + " has " + times.count() + " times that lie apart. Give "
                        + DriftTable.MOST + " at most.");
            }
        }

        boolean hasTargets() {
            return withTarget == rows;
        }
    }

    /** How the cells of each bin have moved at each time. */
    private static final class SecondPass {
        private final Measurements from;
        private final FitOptions options;
        private final CancelToken cancel;
        private final FirstPass first;
        private final TargetBins bins;
        private final Moments[][] moved;
        private final Moments[] begun;
        private final PathSample paths;
        private long rows;
        private long outside;
        private long late;
        private long looked;

        SecondPass(Measurements from, FitOptions options, CancelToken cancel, FirstPass first) {
            this.from = from;
            this.options = options;
            this.cancel = cancel;
            this.first = first;
            this.bins = bins();
            this.moved = new Moments[first.times.count()][bins.count()];
            this.begun = new Moments[bins.count()];
            this.paths = new PathSample(first.times.count(), first.firsts.cells());
            Arrays.setAll(begun, bin -> new Moments());
            for (Moments[] row : moved) {
                Arrays.setAll(row, bin -> new Moments());
            }
        }

        private TargetBins bins() {
            double[] beginnings = first.hasTargets()
                    ? new double[] {first.leastTarget, first.mostTarget}
                    : first.firsts.valuesUs(first.times.firstEnd());
            double[] taken = Arrays.stream(beginnings).filter(options::takes).toArray();
            double low =
                    Double.isNaN(options.gMinUs()) ? Arrays.stream(taken).min().orElse(0) : options.gMinUs();
            double high =
                    Double.isNaN(options.gMaxUs()) ? Arrays.stream(taken).max().orElse(0) : options.gMaxUs();
            if (!(high > low)) {
                throw new DataFormatException(from.name() + " has cells of one conductance only, " + words(low)
                        + " \u00b5S, or none between the limits. Give cells of several, or other limits.");
            }
            return new TargetBins(low, high, options.bins(first.firsts.cells()));
        }

        void run() {
            double firstEnd = first.times.firstEnd();
            from.forEach((number, cell, seconds, gUs, targetUs) -> {
                if (looked++ % LOOK_EVERY == 0) {
                    cancel.throwIfCancelled();
                }
                double beginning = first.hasTargets() ? targetUs : first.firsts.valueUs(cell, firstEnd);
                if (Double.isNaN(beginning)) {
                    late++;
                } else if (beginning < bins.lowUs() || beginning > bins.highUs()) {
                    outside++;
                } else {
                    rows++;
                    int bin = bins.of(beginning);
                    begun[bin].add(beginning);
                    int time = first.times.of(seconds);
                    moved[time][bin].add(gUs - beginning);
                    paths.add(cell, time, beginning, gUs - beginning);
                }
            });
        }

        DeviceFit result() {
            int[] kept = IntStream.range(0, bins.count())
                    .filter(bin -> Arrays.stream(moved).allMatch(row -> row[bin].count() > 1))
                    .toArray();
            if (kept.length == 0) {
                throw new DataFormatException(
                        from.name() + " has no two cells near any conductance that were measured at"
                                + " every time. Give more cells, or fewer bins (--bins).");
            }
            DriftTable table = new DriftTable(
                    IntStream.of(kept).mapToDouble(bin -> begun[bin].mean()).toArray(),
                    first.times.seconds(),
                    rows(kept, Moments::mean),
                    rows(kept, Moments::sigma),
                    Arrays.stream(moved)
                            .map(row -> IntStream.of(kept)
                                    .map(bin -> (int) row[bin].count())
                                    .toArray())
                            .toArray(int[][]::new));
            return new DeviceFit(
                    table,
                    paths.whole(),
                    new ConductanceRange(
                            rounded(bins.lowUs(), RoundingMode.DOWN), rounded(bins.highUs(), RoundingMode.UP)),
                    rows,
                    first.firsts.cells(),
                    notes(table, kept));
        }

        /** To three digits, so that ranges read well. */
        private static double rounded(double gUs, RoundingMode mode) {
            return BigDecimal.valueOf(gUs).round(new MathContext(3, mode)).doubleValue();
        }

        private double[][] rows(int[] kept, ToDoubleFunction<Moments> value) {
            return Arrays.stream(moved)
                    .map(row -> IntStream.of(kept)
                            .mapToDouble(bin -> value.applyAsDouble(row[bin]))
                            .toArray())
                    .toArray(double[][]::new);
        }

        private List<String> notes(DriftTable table, int[] kept) {
            List<String> notes = new ArrayList<>();
            if (!first.hasTargets() && first.withTarget > 0) {
                notes.add("Only some rows have a target, so each cell's first value was taken.");
            }
            if (from.skipped() > 0) {
                notes.add(rows(from.skipped()) + " could not be used and were left out.");
            }
            if (late > 0) {
                notes.add(rows(late) + " of cells that were not measured at the first time were left out.");
            }
            if (outside > 0) {
                notes.add(rows(outside) + " of cells outside " + words(bins.lowUs()) + " to " + words(bins.highUs())
                        + " \u00b5S were left out.");
            }
            if (kept.length < bins.count()) {
                notes.add((bins.count() - kept.length) + " of " + bins.count()
                        + " bins have fewer than two cells at some time and were left out.");
            }
            if (table.doubtful() > 0) {
                notes.add(table.doubtful() + " of " + kept.length * table.seconds().length + " bins hold fewer than "
                        + DriftTable.FEW + " cells; their spread is doubtful.");
            }
            double heavy = heaviest();
            if (heavy > HEAVY) {
                notes.add("Some cells move much further than a normal distribution has it (excess kurtosis "
                        + words(heavy) + "); simulated cells are normal and lack them.");
            }
            return notes;
        }

        /** Of each time's bins together; the largest over times. */
        private double heaviest() {
            return Arrays.stream(moved)
                    .mapToDouble(row -> Arrays.stream(row)
                            .filter(moments -> moments.count() >= DriftTable.FEW)
                            .flatMapToDouble(moments -> DoubleStream.of(moments.excessKurtosis()))
                            .average()
                            .orElse(0))
                    .max()
                    .orElse(0);
        }

        private static String rows(long count) {
            return count + (count == 1 ? " row" : " rows");
        }

        private static String words(double value) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
    }
}
