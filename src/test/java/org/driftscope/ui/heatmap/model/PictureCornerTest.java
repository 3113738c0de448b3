package org.driftscope.ui.heatmap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.figure.circuit.CircuitWeight;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.heatmap.SamplePictures;
import org.junit.jupiter.api.Test;

class PictureCornerTest {
    private static final List<Double> INPUTS = List.of(1.0, 0.5, 0.25, 0.75);

    private final LayerPicture picture = SamplePictures.drifted("conv1", 300, 20, 0.2, 7);

    private CircuitCorner from(int row, int col, int size) {
        return new PictureCorner(picture).from(new Cell(row, col), size, INPUTS);
    }

    @Test
    void cellsAreThoseOfTheMaps() {
        CircuitCorner corner = from(17, 3, 4);
        assertThat(corner.firstRow()).isEqualTo(17);
        assertThat(corner.firstCol()).isEqualTo(3);
        CircuitWeight weight = corner.at(2, 1);
        assertThat(weight.plus().targetUs()).isEqualTo(picture.target().gPlus().at(19, 4));
        assertThat(weight.minus().nowUs()).isEqualTo(picture.drifted().gMinus().at(19, 4));
        assertThat(weight.now()).isEqualTo(picture.driftedWeights().at(19, 4));
    }

    @Test
    void currentsReadAsTheOutput() {
        CircuitCorner corner = from(17, 3, 4);
        float perUs = picture.weightPerUs()[3];
        assertThat((corner.plusCurrent(0) - corner.minusCurrent(0)) * perUs).isCloseTo(corner.output(0), within(1e-6));
    }

    @Test
    void aCornerStaysInItsTile() {
        assertThat(from(255, 19, 4)).matches(corner -> corner.firstRow() == 252 && corner.firstCol() == 16);
        assertThat(from(256, 0, 4).firstRow()).isEqualTo(256);
        assertThat(from(299, 0, 4)).matches(corner -> corner.firstRow() == 296 && corner.rows() == 4);
    }

    @Test
    void ofASmallLayerThereIsLess() {
        LayerPicture small = SamplePictures.drifted("fc", 3, 2, 0.2, 7);
        CircuitCorner corner = new PictureCorner(small).from(null, 4, INPUTS);
        assertThat(corner.rows()).isEqualTo(3);
        assertThat(corner.cols()).isEqualTo(2);
        assertThat(corner.inputs()).containsExactly(1.0, 0.5, 0.25);
    }

    @Test
    void cellsOfASliceAmountToItsPartAlone() {
        float[] perUs = new float[20];
        Arrays.fill(perUs, 0.001f);
        LayerPicture sliced = new LayerPicture(
                picture.layer(),
                picture.spec(),
                picture.tiles(),
                picture.target(),
                picture.drifted(),
                picture.clean(),
                picture.driftedWeights(),
                null,
                "",
                "",
                picture.held(),
                null,
                new LayerPicture.Slice(2, 4, perUs),
                List.of(),
                MapWords.DRIFT);
        CircuitCorner corner = new PictureCorner(sliced).from(null, 2, INPUTS);
        assertThat(corner.slice()).isEqualTo("slice 2 of 4");
        assertThat(corner.output(1)).isCloseTo(0.001 * (corner.plusCurrent(1) - corner.minusCurrent(1)), within(1e-7));
        CircuitWeight weight = corner.at(0, 0);
        assertThat(weight.clean())
                .isCloseTo(0.001 * (weight.plus().targetUs() - weight.minus().targetUs()), within(1e-7));
    }

    @Test
    void columnsOfAnotherGroupHaveOtherInputs() {
        AnalogLayer grouped = new AnalogLayer("dw", 0, "Conv", 300, 20, 10, null, "x", "w", "");
        LayerPicture of = new LayerPicture(
                grouped,
                picture.spec(),
                picture.tiles(),
                picture.target(),
                picture.drifted(),
                picture.clean(),
                picture.driftedWeights(),
                null,
                "",
                "",
                picture.held(),
                null);
        CircuitCorner corner = new PictureCorner(of).from(new Cell(0, 5), 4, INPUTS);
        assertThat(corner.firstCol()).isEqualTo(4);
        assertThat(corner.cols()).isEqualTo(2);
    }
}
