package org.driftscope.ui.heatmap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.ConductanceArray;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellReadingTest {
    private static final ConvGeometry KERNEL = new ConvGeometry(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, "NOTSET");

    @Test
    void saysWhatTheDesignSays() {
        LayerPicture picture = picture(layer(1, KERNEL), MappingKind.ONE_SIDED_PAIR, null);
        assertThat(CellReading.of(picture, CellView.DIFFERENCE, new Cell(13, 1)).sentence())
                .isEqualTo("row 13 (in 1, k 1,1), column 1:  target 42.1 µS   drifted 37.6 µS"
                        + "   change −4.50 µS (−10.7 %)   weight 0.212 → 0.189");
    }

    @Test
    void copiesNamesAndFullValues() {
        LayerPicture picture = picture(layer(1, null), MappingKind.ONE_SIDED_PAIR, matrix(0.2f));
        CellReading reading = CellReading.of(picture, CellView.WEIGHT, new Cell(13, 1));
        assertThat(reading.sentence()).startsWith("row 13 (in 13), column 1:").endsWith("   residual weight −0.012");
        assertThat(reading.tabSeparated().lines())
                .containsExactly(
                        "row\tcolumn\ttarget µS\tdrifted µS\tweight\tdrifted weight\tresidual",
                        "13\t1\t42.1\t37.6\t0.212\t0.189\t" + (0.2f - 0.212f));
    }

    @Test
    void countsInputsOfLaterGroupsOn() {
        LayerPicture picture = picture(layer(2, KERNEL), MappingKind.ONE_SIDED_PAIR, null);
        assertThat(CellReading.of(picture, CellView.G_PLUS, new Cell(9, 3)).sentence())
                .startsWith("row 9 (in 3, k 0,0), column 3:");
    }

    @Test
    void subtractsTheReferenceOfTheCellsOwnTile() {
        float[] reference = new float[18 * 2];
        for (int row = 0; row < 18; row++) {
            reference[2 * row] = 10;
            reference[2 * row + 1] = 50;
        }
        ConductanceArray shared = new ConductanceArray(18, 2, reference);
        LayerPicture picture = picture(layer(1, KERNEL), MappingKind.OFFSET_COLUMN, null, shared);
        assertThat(CellReading.of(picture, CellView.G_MINUS, new Cell(0, 1)).target())
                .isEqualTo(10);
        assertThat(CellReading.of(picture, CellView.G_MINUS, new Cell(0, 2)).target())
                .isEqualTo(50);
        assertThat(CellView.DIFFERENCE.target(picture).at(0, 3)).isEqualTo(42.1f - 50);
    }

    @Test
    void leavesThePercentAwayWhereThereIsNone() {
        LayerPicture picture = picture(layer(1, KERNEL), MappingKind.ONE_SIDED_PAIR, null);
        assertThat(CellReading.of(picture, CellView.G_MINUS, new Cell(0, 0)).sentence())
                .contains("change 0 µS   weight");
    }

    @Test
    void saysWhatTheCircuitDoesToTheCell() {
        LayerPicture ideal = picture(layer(1, KERNEL), MappingKind.ONE_SIDED_PAIR, null);
        LayerPicture picture = new LayerPicture(
                ideal.layer(),
                ideal.spec(),
                ideal.tiles(),
                ideal.target(),
                ideal.drifted(),
                ideal.clean(),
                ideal.driftedWeights(),
                null,
                "",
                "",
                new CellState(array(40), array(0)),
                new CellState(array(100), array(Float.NaN)));
        assertThat(CellReading.of(picture, CellView.G_PLUS, new Cell(9, 3)).sentence())
                .startsWith(
                        "row 9 (in 1, k 0,0), column 3, G+ stuck:  target 42.1 µS   drifted 37.6 µS (itself 40.0 µS)");
    }

    @Test
    void writesNumbersForPeople() {
        assertThat(ValueText.number(-0.0123)).isEqualTo("−0.012");
        assertThat(ValueText.number(99.96)).isEqualTo("100");
        assertThat(ValueText.number(9.996)).isEqualTo("10.0");
        assertThat(ValueText.number(1e-5)).isEqualTo("1.0e−05");
        assertThat(ValueText.signed(0.5, "µS")).isEqualTo("+0.500 µS");
        assertThat(ValueText.percent(0.1)).isEqualTo("+10.0 %");
    }

    private static AnalogLayer layer(int groups, @Nullable ConvGeometry kernel) {
        return new AnalogLayer("conv", 0, "Conv", 18, 4, groups, kernel, "x", "w", "");
    }

    private static LayerPicture picture(AnalogLayer layer, MappingKind mapping, @Nullable WeightMatrix calibrated) {
        return picture(layer, mapping, calibrated, array(0));
    }

    private static LayerPicture picture(
            AnalogLayer layer, MappingKind mapping, @Nullable WeightMatrix calibrated, ConductanceArray minus) {
        CellState now = new CellState(array(37.6f), minus);
        return new LayerPicture(
                layer,
                CrossbarSpec.defaults().withMapping(mapping),
                new TileGrid(18, 4, 256, 2),
                new CellState(array(42.1f), minus),
                now,
                matrix(0.212f),
                matrix(0.189f),
                calibrated,
                "",
                "",
                now,
                null);
    }

    private static ConductanceArray array(float value) {
        return new ConductanceArray(18, 4, matrix(value).values());
    }

    private static WeightMatrix matrix(float value) {
        float[] values = new float[18 * 4];
        Arrays.fill(values, value);
        return new WeightMatrix(18, 4, values);
    }
}
