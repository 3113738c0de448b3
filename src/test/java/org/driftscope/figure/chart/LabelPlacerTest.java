package org.driftscope.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
    private final LabelPlacer placer = new LabelPlacer(new Rectangle2D.Double(0, 0, 100, 100));
    private final Rectangle2D first = new Rectangle2D.Double(10, 10, 20, 10);
    private final Rectangle2D second = new Rectangle2D.Double(10, 30, 20, 10);

    @Test
    void takesTheFirstFreePlace() {
        assertThat(placer.place(List.of(first, second), 0)).contains(first);
        assertThat(placer.place(List.of(first, second), 0)).contains(second);
        assertThat(placer.place(List.of(first, second), 0)).isEmpty();
    }

    @Test
    void keepsAwayFromLinesAndEdges() {
        placer.blockLine(0, 0, 25, 25, 2);
        assertThat(placer.place(List.of(first, second), 0)).contains(second);
        assertThat(placer.place(List.of(new Rectangle2D.Double(90, 50, 20, 10)), 1))
                .isEmpty();
    }
}
