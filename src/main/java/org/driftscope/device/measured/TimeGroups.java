package org.driftscope.device.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The times of measurements, those that are meant to be one taken together: times further apart than a factor of
 * {@value #APART} are two, and none of the groups is wider than {@value #WIDEST}.
 */
final class TimeGroups {
    private static final double APART = 1.25;
    private static final double WIDEST = 1.6;
    /** Times are counted to this share of themselves, which keeps their number small. */
    private static final double FINE = 0.005;

    /** Times nearer than that to each other, in their order. */
    private static final class Tick {
        private long count;
        private double logs;
        private double least = Double.POSITIVE_INFINITY;
        private double most;

        void add(double seconds) {
            count++;
            logs += Math.log(seconds);
            least = Math.min(least, seconds);
            most = Math.max(most, seconds);
        }

        void add(Tick other) {
            count += other.count;
            logs += other.logs;
            least = Math.min(least, other.least);
            most = Math.max(most, other.most);
        }

        /** The time itself where all are the same. */
        double middle() {
            return least == most ? least : Math.exp(logs / count);
        }
    }

    private final TreeMap<Integer, Tick> ticks = new TreeMap<>();
    private boolean atOnce;
    private double[] middles = {};
    private double[] ends = {};

    /** @param seconds 0 or more */
    void add(double seconds) {
        if (seconds == 0) {
            atOnce = true;
        } else {
            ticks.computeIfAbsent((int) Math.floor(Math.log(seconds) / FINE), key -> new Tick())
                    .add(seconds);
        }
    }

    /** Makes groups of all that was added. */
    void close() {
        List<Tick> groups = new ArrayList<>();
        List<Tick> run = new ArrayList<>();
        for (Tick tick : ticks.values()) {
            if (!run.isEmpty() && tick.least > APART * run.get(run.size() - 1).most) {
                groups.addAll(pieces(run));
                run.clear();
            }
            run.add(tick);
        }
        if (!run.isEmpty()) {
            groups.addAll(pieces(run));
        }
        int first = atOnce ? 1 : 0;
        middles = new double[first + groups.size()];
        ends = new double[first + groups.size()];
        for (int i = 0; i < groups.size(); i++) {
            middles[first + i] = groups.get(i).middle();
            ends[first + i] = groups.get(i).most;
        }
    }

    /** A run of times without a gap, cut to as many pieces as it needs. */
    private static List<Tick> pieces(List<Tick> run) {
        double start = run.get(0).least;
        double width = Math.log(run.get(run.size() - 1).most / start);
        int count = Math.max(1, (int) Math.ceil(width / Math.log(WIDEST)));
        Tick[] pieces = new Tick[count];
        for (Tick tick : run) {
            int at = width == 0 ? 0 : (int) Math.min(count - 1, Math.log(tick.middle() / start) / width * count);
            if (pieces[at] == null) {
                pieces[at] = new Tick();
            }
            pieces[at].add(tick);
        }
        return Arrays.stream(pieces).filter(piece -> piece != null).toList();
    }

    /** The middle of each group, s, rising. */
    double[] seconds() {
        return middles.clone();
    }

    int count() {
        return middles.length;
    }

    /** The latest time of the first group, s. */
    double firstEnd() {
        return ends[0];
    }

    /** Which group a time that was added is in. */
    int of(double seconds) {
        int at = Arrays.binarySearch(ends, seconds);
        return at >= 0 ? at : Math.min(-at - 1, ends.length - 1);
    }
}
