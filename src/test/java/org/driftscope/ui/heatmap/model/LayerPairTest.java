package org.driftscope.ui.heatmap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.ui.heatmap.SamplePictures;
import org.junit.jupiter.api.Test;

class LayerPairTest {
    private final LayerPicture first = SamplePictures.drifted("conv", 18, 4, 0.2, 1);
    private final LayerPicture second = SamplePictures.calibrated("conv", 18, 4, 0.2, 2);

    @Test
    void cellsAreThoseOfTheChipsAndWeightsWhatTheLayerComputesWith() {
        LayerPicture pair = LayerPicture.between(first, second);
        assertThat(pair.words()).isEqualTo(MapWords.PAIR);
        LayerGrids plus = LayerGrids.of(pair, CellView.G_PLUS);
        assertThat(plus.target().values()).isEqualTo(first.drifted().gPlus().valuesUs());
        assertThat(plus.drifted().values()).isEqualTo(second.drifted().gPlus().valuesUs());
        LayerGrids weights = LayerGrids.of(pair, CellView.WEIGHT);
        assertThat(weights.target().values()).isEqualTo(first.driftedWeights().values());
        assertThat(weights.drifted().values())
                .isEqualTo(second.calibrated().values())
                .isNotEqualTo(second.driftedWeights().values());
        for (int i = 0; i < 18 * 4; i++) {
            assertThat(weights.change().values()[i])
                    .isEqualTo(weights.drifted().values()[i] - weights.target().values()[i]);
        }
        assertThat(weights.residual()).isNull();
    }

    @Test
    void chipsThatMapDifferentlyAreComparedByWeights() {
        LayerPicture other = withMapping(second, MappingKind.OFFSET_COLUMN);
        for (LayerPicture pair : List.of(LayerPicture.between(first, other), LayerPicture.between(other, first))) {
            assertThat(pair.words().views()).containsExactly(CellView.WEIGHT);
            assertThat(CellReading.of(pair, CellView.WEIGHT, new Cell(3, 2)).sentence())
                    .startsWith("row 3 (in 0, k 1,0), column 2:  weight A ")
                    .contains("   B \u2212 A ")
                    .doesNotContain("µS");
        }
    }

    @Test
    void theModelNamesThemAAndB() {
        HeatmapViewModel model = new HeatmapViewModel();
        model.show(LayerPicture.between(first, second));
        assertThat(model.figure(MapKind.TARGET).orElseThrow().title()).endsWith(", A");
        assertThat(model.row().orElseThrow().title()).contains("conv");
        model.selection().point(new Cell(3, 2));
        assertThat(model.selection().probeProperty().get()).contains("A ", "B ", "B \u2212 A ");
        assertThat(model.selection().tabSeparated()).startsWith("row\tcolumn\tA µS\tB µS\tweight A\tweight B");
    }

    @Test
    void aViewThatCannotBeComparedGivesWayToWeights() {
        HeatmapViewModel model = new HeatmapViewModel();
        model.viewProperty().set(CellView.G_PLUS);
        model.show(LayerPicture.between(first, withMapping(second, MappingKind.OFFSET_COLUMN)));
        assertThat(model.viewProperty().get()).isEqualTo(CellView.WEIGHT);
        assertThat(model.mapsProperty().get()).hasSize(3);
    }

    private static LayerPicture withMapping(LayerPicture picture, MappingKind mapping) {
        return new LayerPicture(
                picture.layer(),
                picture.spec().withMapping(mapping),
                picture.tiles(),
                picture.target(),
                picture.drifted(),
                picture.clean(),
                picture.driftedWeights(),
                null,
                picture.caption(),
                "",
                picture.held(),
                null);
    }
}
