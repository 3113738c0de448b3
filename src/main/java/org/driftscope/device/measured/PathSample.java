package org.driftscope.device.measured;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths of some cells, chosen by their keys so that the same file gives the same ones, while rows go by. */
final class PathSample {
    private static final long MIX = 0xBF58476D1CE4E5B9L;
    /** So many more are looked at, since some were not measured at every time. */
    private static final int SPARE = 4;

    private final int times;
    private final double share;
    private final Map<Long, Path> paths = new LinkedHashMap<>();

    private static final class Path {
        private final long order;
        private final double startUs;
        private final double[] changesUs;

        Path(long order, double startUs, int times) {
            this.order = order;
            this.startUs = startUs;
            this.changesUs = new double[times];
            Arrays.fill(changesUs, Double.NaN);
        }

        boolean isWhole() {
            return Arrays.stream(changesUs).noneMatch(Double::isNaN);
        }
    }

    /** @param cells in the file, all of which may come */
    PathSample(int times, int cells) {
        this.times = times;
        this.share = Math.min(1, (double) SPARE * ReplayedPaths.MOST / cells);
    }

    void add(long cell, int time, double startUs, double changeUs) {
        long order = order(cell);
        if (order >>> 11 <= share * (1L << 53)) {
            paths.computeIfAbsent(cell, key -> new Path(order, startUs, times)).changesUs[time] = changeUs;
        }
    }

    private static long order(long cell) {
        long mixed = (cell ^ (cell >>> 30)) * MIX;
        return (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    }

    /** The paths of cells that were measured at every time, sorted by where they began. */
    ReplayedPaths whole() {
        List<Path> kept = paths.values().stream()
                .filter(Path::isWhole)
                .sorted((a, b) -> Long.compareUnsigned(a.order, b.order))
                .limit(ReplayedPaths.MOST)
                .sorted(Comparator.comparingDouble(path -> path.startUs))
                .toList();
        double[][] changes = new double[times][kept.size()];
        for (int cell = 0; cell < kept.size(); cell++) {
            for (int time = 0; time < times; time++) {
                changes[time][cell] = kept.get(cell).changesUs[time];
            }
        }
        return new ReplayedPaths(kept.stream().mapToDouble(path -> path.startUs).toArray(), changes);
    }
}
