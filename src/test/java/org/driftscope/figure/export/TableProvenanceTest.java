package org.driftscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.driftscope.figure.chart.FigureTable;
import org.junit.jupiter.api.Test;

class TableProvenanceTest {
    @Test
    void whatAllRowsShareIsSaidOnceAndTheRestRowByRow() {
        FigureTable table = new FigureTable(
                List.of("model", "seed", "rank", "bias"),
                List.of(List.of("a.onnx", "7", "1", ""), List.of("a.onnx", "8", "", "")));
        assertThat(TableProvenance.of(table))
                .containsExactly(entry("model", "a.onnx"), entry("row 1", "seed=7, rank=1"), entry("row 2", "seed=8"));
        assertThat(TableProvenance.of(new FigureTable(List.of("model"), List.of())))
                .isEmpty();
    }
}
