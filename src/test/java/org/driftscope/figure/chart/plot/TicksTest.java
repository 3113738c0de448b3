package org.driftscope.figure.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void timesAreCalledByTheirNames() {
        AxisRange life = AxisRange.around(AxisSpec.time("Age"), DoubleStream.of(0, 3.1536e8));
        assertThat(Ticks.of(life, 10))
                .extracting(tick -> Ticks.text(AxisScale.TIME, tick))
                .containsExactly("0", "1 s", "1 min", "1 h", "1 d", "1 mo", "1 y", "10 y");
        assertThat(Ticks.of(life, 4))
                .extracting(tick -> Ticks.text(AxisScale.TIME, tick))
                .containsExactly("0", "1 min", "1 d", "1 y");
        AxisRange minutes = AxisRange.around(AxisSpec.time("Age"), DoubleStream.of(60, 600));
        assertThat(Ticks.of(minutes, 10)).containsExactly(60.0);
    }

    @Test
    void thousandsAreSetApart() {
        assertThat(Ticks.text(2_000)).isEqualTo("2,000");
        assertThat(Ticks.text(-150_000)).isEqualTo("\u2212150,000");
        assertThat(Ticks.text(1_234.5)).isEqualTo("1,234.5");
        assertThat(Ticks.text(999)).isEqualTo("999");
    }

    /** At the edge between two cells an index would name either. */
    @Test
    void indicesOfCellsLieAtTheirMiddles() {
        assertThat(Ticks.cells(4, 5)).isEqualTo(Map.of(0, 0.125, 1, 0.375, 2, 0.625, 3, 0.875));
        assertThat(Ticks.cells(32, 7)).containsEntry(0, 0.5 / 32).doesNotContainKey(32);
        assertThat(Ticks.cells(1, 3)).isEqualTo(Map.of(0, 0.5));
    }

    @Test
    void logAxesHavePlainTicks() {
        AxisRange range = AxisRange.around(AxisSpec.log("x"), DoubleStream.of(0.12, 100));
        assertThat(Ticks.of(range, 10))
                .extracting(Ticks::text)
                .containsExactly("0.1", "0.3", "1", "3", "10", "30", "100");
        assertThat(Ticks.of(range, 5)).extracting(Ticks::text).containsExactly("0.1", "1", "10", "100");
    }

    @Test
    void shortLogAxesHaveFinerTicks() {
        AxisRange range = AxisRange.around(AxisSpec.log("x"), DoubleStream.of(2, 9));
        assertThat(Ticks.of(range, 10)).extracting(Ticks::text).containsExactly("2", "5", "10");
    }

    @Test
    void linearTicksAreRoundAndInside() {
        AxisRange range = new AxisRange(AxisScale.LINEAR, -0.31, 0.72);
        assertThat(Ticks.of(range, 6)).extracting(Ticks::text).containsExactly("\u22120.2", "0", "0.2", "0.4", "0.6");
    }

    @Test
    void textHasNoTrailingZerosAndNoExponentForCommonSizes() {
        assertThat(Ticks.text(0.30000000000000004)).isEqualTo("0.3");
        assertThat(Ticks.text(200000)).isEqualTo("200,000");
        assertThat(Ticks.text(-30)).isEqualTo("\u221230");
        assertThat(Ticks.text(2e-6)).isEqualTo("2e\u22126");
        assertThat(Ticks.text(0)).isEqualTo("0");
    }

    @Test
    void rangesStayInsideTheBoundsOfTheAxis() {
        AxisRange percent = AxisRange.around(AxisSpec.percent("y"), DoubleStream.of(99, 100));
        assertThat(percent.to()).isEqualTo(100);
        assertThat(percent.to() - percent.from()).isBetween(9.9, 10.1);
        AxisRange zero = AxisRange.around(AxisSpec.percent("y"), DoubleStream.of(0));
        assertThat(zero.from()).isZero();
        assertThat(zero.to()).isBetween(9.9, 10.1);
        AxisRange nothing = AxisRange.around(AxisSpec.percent("y"), DoubleStream.empty());
        assertThat(nothing.end()).isEqualTo(100);
    }

    @Test
    void countsStartAtNoneAndGoByTens() {
        AxisRange range = new AxisRange(AxisScale.COUNTS, 0, AxisScale.COUNTS.forward(7_000));
        assertThat(Ticks.of(range, 8)).containsExactly(0.0, 1.0, 10.0, 100.0, 1000.0);
        assertThat(range.fraction(0)).isZero();
        assertThat(range.end()).isCloseTo(7_000, org.assertj.core.api.Assertions.within(1e-6));
    }
}
