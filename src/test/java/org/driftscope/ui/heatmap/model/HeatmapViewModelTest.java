package org.driftscope.ui.heatmap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.HeatmapFigure;
import org.driftscope.figure.raster.Histogram;
import org.driftscope.figure.raster.ValueRange;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.SamplePictures;
import org.junit.jupiter.api.Test;

class HeatmapViewModelTest {
    private final HeatmapViewModel model = new HeatmapViewModel();

    @Test
    void showsNothingBeforeTheFirstLayer() {
        assertThat(model.mapsProperty().get()).isEmpty();
        assertThat(model.figure(MapKind.TARGET)).isEmpty();
        assertThat(model.histogram()).isEmpty();
        assertThat(model.selection().probeProperty().get()).isEqualTo(CellSelection.HINT);
    }

    @Test
    void changeIsDriftedMinusTargetInEveryView() {
        model.show(SamplePictures.drifted("conv", 18, 4, 0.2, 7));
        for (CellView view : CellView.values()) {
            model.viewProperty().set(view);
            float[] target = values(MapKind.TARGET);
            float[] drifted = values(MapKind.DRIFTED);
            float[] change = values(MapKind.CHANGE);
            for (int i = 0; i < change.length; i++) {
                assertThat(change[i]).isEqualTo(drifted[i] - target[i]);
            }
        }
        assertThat(values(MapKind.DRIFTED))
                .isEqualTo(model.pictureProperty().get().driftedWeights().values());
    }

    @Test
    void residualIsThereAfterCalibrationOnly() {
        model.show(SamplePictures.drifted("conv", 18, 4, 0.2, 7));
        assertThat(model.figure(MapKind.RESIDUAL)).isEmpty();
        LayerPicture calibrated = SamplePictures.calibrated("conv", 18, 4, 0.2, 7);
        model.show(calibrated);
        model.viewProperty().set(CellView.WEIGHT);
        assertThat(values(MapKind.RESIDUAL)[5])
                .isEqualTo(
                        calibrated.calibrated().values()[5] - calibrated.clean().values()[5]);
    }

    @Test
    void residualIsInTheUnitAndTheColoursOfTheChange() {
        // the sample's correction wins back half of what each weight lost
        model.show(SamplePictures.calibrated("conv", 288, 32, 0.2, 7));
        for (CellView view : List.of(CellView.DIFFERENCE, CellView.WEIGHT)) {
            model.viewProperty().set(view);
            float[] change = values(MapKind.CHANGE);
            float[] residual = values(MapKind.RESIDUAL);
            for (int i = 0; i < change.length; i++) {
                assertThat(residual[i]).isCloseTo(change[i] / 2, within(1e-3f * Math.abs(change[i]) + 1e-4f));
            }
            assertThat(range(MapKind.RESIDUAL)).isEqualTo(range(MapKind.CHANGE));
            HeatmapFigure figure = model.figure(MapKind.RESIDUAL).orElseThrow();
            assertThat(figure.quantity()).startsWith("Residual of ");
            assertThat(figure.unit()).isEqualTo(view.unit());
        }
    }

    @Test
    void printedRangesHoldAllValuesOrSayHowManyLieBeyond() {
        model.show(SamplePictures.calibrated("conv", 288, 32, 0.2, 7));
        for (CellView view : CellView.values()) {
            model.viewProperty().set(view);
            for (MapContent map : model.mapsProperty().get()) {
                long beyond = 0;
                for (float value : map.grid().values()) {
                    beyond += value < map.range().low() || value > map.range().high() ? 1 : 0;
                }
                String words = map.rangeText();
                if (beyond == 0) {
                    assertThat(words).doesNotContain("beyond");
                } else {
                    double percent = 100.0 * beyond / map.grid().values().length;
                    assertThat(words)
                            .endsWith(
                                    percent < 0.05
                                            ? ", < 0.1 % beyond"
                                            : String.format(Locale.ROOT, ", %.1f %% beyond", percent));
                }
            }
        }
    }

    @Test
    void theHistogramHasTheRangeOfTheMapsAndSaysWhatLiesBeyond() {
        model.show(SamplePictures.drifted("conv", 288, 32, 0.2, 7));
        Histogram histogram = model.histogram().orElseThrow();
        assertThat(histogram.range()).isEqualTo(range(MapKind.TARGET));
        int counted = sum(histogram.before()) + sum(histogram.after());
        assertThat(histogram.shareBeyond()).isCloseTo(1 - counted / (2.0 * 288 * 32), within(1e-9));
        assertThat(histogram.shareBeyond()).isPositive();
    }

    @Test
    void aLockedRangeSurvivesDriftButNotAnotherView() {
        model.rangeLockedProperty().set(true);
        model.show(SamplePictures.drifted("conv", 90, 16, 0.05, 7));
        ValueRange before = range(MapKind.CHANGE);
        model.show(SamplePictures.calibrated("conv", 90, 16, 0.3, 7));
        assertThat(range(MapKind.CHANGE)).isEqualTo(before);
        assertThat(range(MapKind.RESIDUAL)).isEqualTo(before);
        model.rangeLockedProperty().set(false);
        assertThat(range(MapKind.CHANGE).high()).isGreaterThan(3 * before.high());
        model.rangeLockedProperty().set(true);
        model.viewProperty().set(CellView.WEIGHT);
        assertThat(range(MapKind.CHANGE).high()).isLessThan(1);
    }

    @Test
    void coloursAreTheChosenOnesAndDivergingForDifferences() {
        model.colorMapProperty().set(ColorMap.MAGMA);
        model.show(SamplePictures.drifted("conv", 18, 4, 0.2, 7));
        assertThat(model.figure(MapKind.DRIFTED).orElseThrow().map()).isEqualTo(ColorMap.MAGMA);
        assertThat(model.figure(MapKind.CHANGE).orElseThrow().map()).isEqualTo(ColorMap.BLUE_RED);
        assertThat(range(MapKind.CHANGE).isSymmetric()).isTrue();
    }

    @Test
    void aLargerLayerIsShownAfterATileOfASmallerOne() {
        // what a listener throws goes to the thread's handler
        List<Throwable> thrown = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> thrown.add(error));
        try {
            model.histogramShownProperty().set(true);
            model.show(SamplePictures.drifted("small", 300, 4, 0.2, 7));
            model.navigation().tileProperty().set(1);
            model.show(SamplePictures.drifted("large", 600, 8, 0.2, 7));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(thrown).isEmpty();
        assertThat(model.pictureProperty().get().name()).isEqualTo("large");
        assertThat(model.histogram()).isPresent();
    }

    @Test
    void aTileBoundsViewFigureAndHistogram() {
        model.show(SamplePictures.drifted("conv", 288, 32, 0.2, 7));
        model.navigation().tileProperty().set(1);
        assertThat(model.navigation().viewportProperty().get()).isEqualTo(new Viewport(256, 0, 32, 32));
        assertThat(model.placeTexts()).containsExactly("288 × 32, tile 2 of 2", "288 × 32", "288 × 32", "");
        HeatmapFigure figure = model.figure(MapKind.TARGET).orElseThrow();
        assertThat(figure.rows()).isEqualTo(32);
        assertThat(figure.title()).isEqualTo("conv (tile 2 of 2), target");
        assertThat(figure.values()[0]).isEqualTo(gridValue(256, 0));
        Histogram histogram = model.histogram().orElseThrow();
        assertThat(sum(histogram.before()) + sum(histogram.after())).isBetween((int) (2 * 32 * 32 * 0.98), 2 * 32 * 32);
    }

    @Test
    void newDriftKeepsWhatIsInViewAndAnotherLayerDoesNot() {
        model.show(SamplePictures.drifted("conv", 288, 32, 0.2, 7));
        model.navigation().zoom(4, 0.5, 0.5);
        model.selection().togglePin(new Cell(140, 9));
        Viewport seen = model.navigation().viewportProperty().get();
        String before = model.selection().probeProperty().get();
        model.show(SamplePictures.drifted("conv", 288, 32, 0.3, 7));
        assertThat(model.navigation().viewportProperty().get()).isEqualTo(seen);
        assertThat(model.selection().probeProperty().get()).isNotEqualTo(before).startsWith("row 140");
        model.show(SamplePictures.drifted("other", 18, 4, 0.2, 7));
        assertThat(model.navigation().viewportProperty().get()).isEqualTo(Viewport.whole(18, 4));
        assertThat(model.selection().pinnedProperty().get()).isNull();
    }

    @Test
    void stepsStayInTheTileAndDragTheViewAlong() {
        model.show(SamplePictures.drifted("conv", 288, 32, 0.2, 7));
        model.navigation().zoom(8, 0, 0);
        model.selection().point(new Cell(35, 3));
        model.selection().step(1, 1);
        assertThat(model.selection().cursorProperty().get()).isEqualTo(new Cell(36, 4));
        assertThat(model.navigation().viewportProperty().get()).isEqualTo(new Viewport(1, 1, 36, 4));
        model.selection().step(1000, -1000);
        assertThat(model.selection().cursorProperty().get()).isEqualTo(new Cell(287, 0));
    }

    private float[] values(MapKind kind) {
        return model.figure(kind).orElseThrow().values();
    }

    private ValueRange range(MapKind kind) {
        return model.figure(kind).orElseThrow().range();
    }

    private float gridValue(int row, int col) {
        return model.mapsProperty().get().get(0).grid().at(row, col);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
