package org.driftscope.figure.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.FigureImage;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureExporter;
import org.junit.jupiter.api.Test;

class CircuitDrawingTest {
    @Test
    void currentsAddUpAlongABitline() {
        CircuitCorner corner = SampleCorner.pairs();
        assertThat(corner.plusCurrent(0)).isCloseTo(0.5 * 24 + 66, within(1e-12));
        assertThat(corner.minusCurrent(1)).isCloseTo(0.5 * 38 + 30, within(1e-12));
        assertThat(corner.output(0)).isCloseTo(0.5 * 0.14 + 0.54, within(1e-12));
        assertThat(corner.cleanOutput(1)).isCloseTo(-0.5 * 0.3 - 0.02, within(1e-12));
    }

    @Test
    void everyWeightIsFoundByThePointerAndNoTwoOverlap() {
        for (CircuitCorner corner : List.of(SampleCorner.pairs(), SampleCorner.reference())) {
            List<HitArea> hits = FigureImage.draw(new CircuitDrawing(corner, 0), 700, 400, 1, ChartTheme.screen(false))
                    .hits();
            assertThat(hits).extracting(HitArea::pointIndex).containsExactly(0, 1, 2, 3);
            for (HitArea hit : hits) {
                assertThat(hits.stream().filter(other -> other.distance(hit.x(), hit.y()) == 0))
                        .containsExactly(hit);
            }
        }
    }

    @Test
    void aFileHoldsEveryNumberThatIsDrawn() {
        ExportSpec spec = ExportSpec.of(ExportFormat.SVG, ExportSize.TWO_COLUMN);
        byte[] file = FigureExporter.bytes(new CircuitDrawing(SampleCorner.pairs(), -1), spec, Map.of());
        String svg = new String(file, StandardCharsets.UTF_8);
        assertThat(svg).contains(">24.0<", ">66.0<", ">stuck<", ">78.0<", ">+0.610<", ">+0.550<");
    }

    @Test
    void theTableHasARowAWeight() {
        assertThat(new CircuitDrawing(SampleCorner.pairs(), 0).table().rows())
                .hasSize(4)
                .contains(List.of("9", "5", "1", "10", "10", "12", "30", "-0.02", "-0.2"));
    }

    @Test
    void rowsAndInputsBelongTogether() {
        assertThatThrownBy(() -> new CircuitCorner("a", "", 0, 0, List.of(), List.of(), false, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
