package org.driftscope.ui.heatmap.model;

import java.util.List;
import java.util.Objects;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * A layer's numbers in one view.
 *
 * @param target as asked for
 * @param drifted as they are
 * @param change drifted minus target
 * @param residual calibrated minus clean weight, as a difference of conductances in views of these; null without
 *     calibration
 */
record LayerGrids(CellGrid target, CellGrid drifted, CellGrid change, @Nullable CellGrid residual) {
    static LayerGrids of(LayerPicture picture, CellView view) {
        CellGrid target = view.target(picture);
        CellGrid drifted = view.drifted(picture);
        CellGrid residual = picture.calibrated() == null ? null : residual(picture, picture.calibrated(), view);
        return new LayerGrids(
                target,
                drifted,
                difference(picture.rows(), picture.cols(), drifted.values(), target.values()),
                residual);
    }

    /** The maps there are. */
    List<MapKind> kinds() {
        return residual == null ? List.of(MapKind.TARGET, MapKind.DRIFTED, MapKind.CHANGE) : List.of(MapKind.values());
    }

    CellGrid of(MapKind kind) {
        return switch (kind) {
            case TARGET -> target;
            case DRIFTED -> drifted;
            case CHANGE -> change;
            case RESIDUAL -> Objects.requireNonNull(residual, "no calibration, no residual");
        };
    }

    /** One map: its numbers with the chosen colours, or the diverging ones for differences. */
    MapContent content(MapKind kind, CellView view, ColorMap colors, ValueRange range) {
        return switch (kind) {
            case TARGET, DRIFTED -> new MapContent(kind, of(kind), colors, range, view.unit());
            case CHANGE -> new MapContent(kind, change, ColorMap.BLUE_RED, range, view.unit());
            case RESIDUAL -> new MapContent(kind, of(kind), ColorMap.BLUE_RED, range, view.unit());
        };
    }

    private static CellGrid residual(LayerPicture picture, WeightMatrix calibrated, CellView view) {
        CellGrid weights = difference(
                picture.rows(),
                picture.cols(),
                calibrated.values(),
                picture.clean().values());
        if (view == CellView.WEIGHT) {
            return weights;
        }
        float[] weightPerUs = picture.weightPerUs();
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] /= weightPerUs[i % picture.cols()];
        }
        return weights;
    }

    private static CellGrid difference(int rows, int cols, float[] minuend, float[] subtrahend) {
        float[] values = new float[minuend.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = minuend[i] - subtrahend[i];
        }
        return new CellGrid(rows, cols, values);
    }
}
