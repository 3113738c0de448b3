package org.driftscope.device.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;

class DeviceFitTest {
    private static final ConductanceRange RANGE = new ConductanceRange(0, 100);

    private record Row(long cell, double seconds, double gUs, double targetUs) {}

    private record Rows(List<Row> rows) implements Measurements {
        @Override
        public String name() {
            return "cells.csv";
        }

        @Override
        public String place(long number) {
            return "line " + number;
        }

        @Override
        public long skipped() {
            return 0;
        }

        @Override
        public void forEach(Sink sink) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                sink.row(i + 1L, row.cell, row.seconds, row.gUs, row.targetUs);
            }
        }
    }

    /** Cells that sink by a tenth of a microsiemens a decade and spread by 1 % of their conductance a decade. */
    private static Rows cells(int count, boolean targets) {
        Random random = new Random(3);
        List<Row> rows = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            double first = 100 * random.nextDouble();
            double normal = random.nextGaussian();
            for (double seconds : new double[] {0, 1, 10, 100}) {
                double decades = seconds == 0 ? 0 : 1 + Math.log10(seconds);
                double jitter = seconds * (1 + 0.02 * (random.nextDouble() - 0.5));
                double moved = first + decades * (-0.1 + 0.01 * first * normal);
                rows.add(new Row(cell, jitter, Math.max(0, moved), targets ? first : Double.NaN));
            }
        }
        return new Rows(rows);
    }

    private static DeviceFit fit(Measurements from, FitOptions options) {
        return DeviceFit.of(from, options, new CancelToken());
    }

    @Test
    void findsTheShiftAndSpreadThatCellsWereMadeWith() {
        for (boolean targets : new boolean[] {true, false}) {
            DeviceFit fit = fit(cells(20_000, targets), new FitOptions(0, 100, 10));
            DriftTable table = fit.table();
            assertThat(table.seconds()).hasSize(4).startsWith(0);
            assertThat(table.seconds()[2]).isCloseTo(10, within(0.01));
            for (int bin = 0; bin < 10; bin++) {
                double target = table.targetsUs()[bin];
                assertThat(target).isCloseTo(5 + 10 * bin, within(0.3));
                double sigma = 0.03 * target;
                assertThat(table.cells()[3][bin]).isBetween(1_800, 2_200);
                assertThat(table.shiftUs()[3][bin]).isCloseTo(-0.3, within(4 * sigma / Math.sqrt(1_800) + 0.05));
                // the spread within a bin of ten microsiemens adds nothing, since changes are taken
                assertThat(table.sigmaUs()[3][bin]).isCloseTo(sigma, within(0.15 * sigma + 0.02));
                assertThat(table.sigmaUs()[0][bin]).isZero();
            }
            assertThat(fit.cells()).isEqualTo(20_000);
            assertThat(fit.notes()).isEmpty();
            assertThat(fit.range()).isEqualTo(RANGE);
        }
    }

    @Test
    void theRangeReadsWell() {
        ConductanceRange range = fit(cells(400, true), FitOptions.usual()).range();
        assertThat(range.gMaxUs()).isEqualTo(99.7);
        assertThat(Double.toString(range.gMinUs())).hasSizeLessThan(8);
        assertThat(fit(cells(400, true), new FitOptions(9, 88.2, 4)).range()).isEqualTo(new ConductanceRange(9, 88.2));
    }

    @Test
    void saysWhereItRestsOnLittle() {
        assertThat(fit(cells(200, true), new FitOptions(0, 100, 10)).notes())
                .anyMatch(note -> note.contains("fewer than 30 cells"));
        assertThat(fit(cells(300, true), new FitOptions(20, 60, 2)).notes())
                .anyMatch(note -> note.matches("\\d+ rows of cells outside 20.0 to 60.0 µS were left out."));
        List<Row> late = new ArrayList<>(cells(300, false).rows());
        late.add(new Row(999, 100, 50, Double.NaN));
        assertThat(fit(new Rows(late), FitOptions.usual()).notes())
                .contains("1 row of cells that were not measured at the first time were left out.");
        List<Row> wild = new ArrayList<>(cells(3_000, true).rows());
        for (int i = 0; i < wild.size(); i += 97) {
            wild.set(i, new Row(wild.get(i).cell, 100, 500, wild.get(i).targetUs));
        }
        assertThat(fit(new Rows(wild), FitOptions.usual()).notes()).anyMatch(note -> note.contains("kurtosis"));
    }

    @Test
    void refusesWhatTellsNothing() {
        List<Row> all = cells(50, false).rows();
        assertThatThrownBy(() -> fit(new Rows(List.of()), FitOptions.usual()))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("cells.csv has no measurements. Give one row a cell and time.");
        Rows oneCell = new Rows(all.stream().filter(row -> row.cell == 7).toList());
        assertThatThrownBy(() -> fit(oneCell, FitOptions.usual())).hasMessageContaining("has one cell only");
        Rows oneTime = new Rows(all.stream().filter(row -> row.seconds == 0).toList());
        assertThatThrownBy(() -> fit(oneTime, FitOptions.usual())).hasMessageContaining("has one time only, 0 s");
        assertThatThrownBy(() -> fit(new Rows(all), new FitOptions(200, 300, 4)))
                .hasMessageContaining("no two cells near");
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        assertThatThrownBy(() -> DeviceFit.of(new Rows(all), FitOptions.usual(), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void timesThatAreMeantToBeOneAreOneGroup() {
        TimeGroups times = new TimeGroups();
        for (double seconds : new double[] {0, 0.0091, 0.01, 0.011, 80, 97, 115, 871, 1000, 1060}) {
            times.add(seconds);
        }
        times.close();
        assertThat(times.seconds()).hasSize(4);
        assertThat(times.of(0.0091)).isEqualTo(1);
        assertThat(times.of(0.011)).isEqualTo(1);
        assertThat(times.of(115)).isEqualTo(2);
        assertThat(times.of(1060)).isEqualTo(3);
        TimeGroups even = new TimeGroups();
        for (int second = 1; second <= 100; second++) {
            even.add(second);
        }
        even.close();
        // 1, 2, 3 and 4 apart, then as many steps as a factor of 25 needs
        assertThat(even.count()).isBetween(9, 12);
        assertThat(even.seconds()).isSorted();
    }

    @Test
    void cellsMoveAlongTheTableAndAreHeldBeyondIt() {
        DriftTable table = new DriftTable(
                new double[] {10, 20},
                new double[] {0, 1, 100},
                new double[][] {{0, 0}, {-1, -2}, {-3, -4}},
                new double[][] {{0, 0}, {1, 1}, {2, 4}},
                new int[][] {{50, 50}, {50, 50}, {50, 20}});
        MeasuredDrift drift = new MeasuredDrift(
                new MeasuredDevice("mine", "", "", RANGE, false, table, ReplayedPaths.NONE, ""),
                "00ff",
                "mine.yaml",
                "");
        assertThat(moved(drift, 0, 10, 3)).isEqualTo(10);
        assertThat(moved(drift, 0.3, 10, 1)).as("before the first time").isEqualTo(10);
        assertThat(moved(drift, 1, 15, 2)).isCloseTo(15 - 1.5 + 2, within(1e-12));
        assertThat(moved(drift, 10, 20, 1)).as("linear in ln t").isCloseTo(20 - 3 + 2.5, within(1e-12));
        assertThat(moved(drift, 1e9, 40, -1)).as("beyond both").isCloseTo(40 - 4 - 4, within(1e-12));
        assertThat(moved(drift, 100, 5, 0)).isCloseTo(2, within(1e-12));
        assertThat(table.doubtful()).isEqualTo(1);
        DeviceKind kind = DeviceKinds.of(drift);
        assertThat(kind.brief()).isEqualTo("mine");
        assertThat(kind.outside(RANGE, 101).orElseThrow()).contains("measured up to 1.67 min");
        assertThat(kind.outside(RANGE, 100)).isEmpty();
        assertThat(kind.outside(RANGE, 0.5).orElseThrow()).contains("measured from 1 s on");
        assertThat(kind.outside(new ConductanceRange(10, 60), 1)).isEmpty();
        assertThat(kind.outside(new ConductanceRange(10, 160), 1).orElseThrow()).contains("measured from 0 to 100");
        assertThatThrownBy(() -> DeviceKinds.named(drift.id()))
                .hasMessageContaining("mine")
                .hasMessageContaining("not open");
    }

    @Test
    void aReplayedCellTakesAWholePathOfOneThatBeganNearIt() {
        Random random = new Random(9);
        List<Row> rows = new ArrayList<>();
        for (int cell = 0; cell < 3_000; cell++) {
            double first = 100 * random.nextDouble();
            // one in ten jumps up at once and stays there; the others never move
            double jump = cell % 10 == 0 ? 20 : 0;
            rows.add(new Row(cell, 0, first, Double.NaN));
            rows.add(new Row(cell, 1, first + jump, Double.NaN));
            if (cell % 7 > 0) {
                rows.add(new Row(cell, 100, first + 2 * jump, Double.NaN));
            }
        }
        DeviceFit fit = fit(new Rows(rows), FitOptions.usual());
        assertThat(fit.paths().count())
                .as("those measured at every time, up to so many")
                .isEqualTo(2_000);
        assertThat(fit(new Rows(rows), FitOptions.usual()).paths().startsUs())
                .isEqualTo(fit.paths().startsUs());
        MeasuredDrift drift = new MeasuredDrift(
                new MeasuredDevice("replayed", "", "", RANGE, false, fit.table(), fit.paths(), ""), "0f", "", "");
        int jumped = 0;
        for (int cell = 0; cell < 10_000; cell++) {
            double g = 100 * random.nextDouble();
            double normal = random.nextGaussian();
            double soon = moved(drift, 1, g, normal) - g;
            assertThat(moved(drift, 10, g, normal) - g).as("halfway in ln t").isCloseTo(1.5 * soon, within(1e-9));
            assertThat(moved(drift, 1e6, g, normal) - g).as("held").isCloseTo(2 * soon, within(1e-9));
            jumped += soon > 19 ? 1 : 0;
        }
        assertThat(jumped / 10_000.0).isCloseTo(0.1, within(0.02));
        assertThat(DeviceKinds.of(drift).name()).isEqualTo("replayed (replayed)");
        assertThat(ReplayedPaths.rank(0)).isCloseTo(0.5, within(1e-7));
        assertThat(ReplayedPaths.rank(-1.959964)).isCloseTo(0.025, within(1e-7));
    }

    private static double moved(DriftModel drift, double seconds, double gUs, double normal) {
        return drift.at(RANGE, seconds).driftedUs(gUs, gUs, normal);
    }
}
