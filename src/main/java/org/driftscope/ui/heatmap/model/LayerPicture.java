package org.driftscope.ui.heatmap.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.crossbar.BitSlices;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.ConductanceArray;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.network.AnalogLayer;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of everything the panel shows of one layer. Its arrays are shared and read-only.
 *
 * @param layer name, shape and the convolution behind the rows
 * @param spec mapping and conductance range
 * @param tiles how the layer is cut
 * @param target conductances asked for, µS
 * @param drifted conductances now as the outputs see them, µS: less than the cells' own where wires take voltage
 * @param clean weights of the teacher
 * @param driftedWeights what the drifted cells amount to
 * @param calibrated the same with the adapter; null where there is none
 * @param caption what made the drift, e.g. "relative drift 20 %, seed 7"
 * @param correction what the adapter achieved, in a sentence; "" where there is none
 * @param held the cells' own conductances now, µS
 * @param stuck what stuck cells hold, µS, NaN at others; null where no cell can be stuck
 * @param slice which slice of the weights the cells are of; null where they hold them whole
 * @param lower the same of less significant slices, the next one first; none for these
 * @param words what target and drifted are called: a picture of two chips holds the first one in place of a target
 */
public record LayerPicture(
        AnalogLayer layer,
        CrossbarSpec spec,
        TileGrid tiles,
        CellState target,
        CellState drifted,
        WeightMatrix clean,
        WeightMatrix driftedWeights,
        @Nullable WeightMatrix calibrated,
        String caption,
        String correction,
        CellState held,
        @Nullable CellState stuck,
        @Nullable Slice slice,
        List<LayerPicture> lower,
        MapWords words) {
    /**
     * One of the slices of a layer's weights.
     *
     * @param number from 1, the most significant
     * @param count of all
     * @param weightPerUs the weight that one µS of difference between its cells amounts to, one a column
     */
    public record Slice(int number, int count, float[] weightPerUs) {
        /** E.g. "slice 1 of 8, the most significant". */
        String words() {
            return "slice " + number + " of " + count + (number == 1 && count > 1 ? ", the most significant" : "");
        }
    }

    public LayerPicture {
        lower = List.copyOf(lower);
        requireShape(layer, "clean weights", clean.rows(), clean.cols());
        requireShape(layer, "drifted weights", driftedWeights.rows(), driftedWeights.cols());
        requireShape(layer, "target", target.gPlus().rows(), target.gPlus().cols());
        requireShape(layer, "drifted", drifted.gPlus().rows(), drifted.gPlus().cols());
        if (calibrated != null) {
            requireShape(layer, "calibrated weights", calibrated.rows(), calibrated.cols());
        }
    }

    /** Of weights that are held whole. */
    public LayerPicture(
            AnalogLayer layer,
            CrossbarSpec spec,
            TileGrid tiles,
            CellState target,
            CellState drifted,
            WeightMatrix clean,
            WeightMatrix driftedWeights,
            @Nullable WeightMatrix calibrated,
            String caption,
            String correction,
            CellState held,
            @Nullable CellState stuck) {
        this(
                layer,
                spec,
                tiles,
                target,
                drifted,
                clean,
                driftedWeights,
                calibrated,
                caption,
                correction,
                held,
                stuck,
                null,
                List.of(),
                MapWords.DRIFT);
    }

    /** The picture of a layer on a chip; of its first slice, with the others, where weights are sliced. */
    public static LayerPicture of(
            AnalogLayer layer,
            Chip.Layer onChip,
            @Nullable WeightMatrix calibrated,
            String caption,
            String correction) {
        int slices = onChip.seen().slices();
        List<LayerPicture> lower = IntStream.range(1, slices)
                .mapToObj(slice -> of(layer, onChip, calibrated, caption, correction, slice, List.of()))
                .toList();
        return of(layer, onChip, calibrated, caption, correction, 0, lower);
    }

    private static LayerPicture of(
            AnalogLayer layer,
            Chip.Layer onChip,
            @Nullable WeightMatrix calibrated,
            String caption,
            String correction,
            int slice,
            List<LayerPicture> lower) {
        Crossbar crossbar = onChip.crossbar();
        CellState seen = onChip.seen().slice(slice);
        return new LayerPicture(
                layer,
                crossbar.spec(),
                crossbar.tiles(),
                crossbar.target().slice(slice),
                seen,
                crossbar.weights(),
                onChip.weights(),
                calibrated,
                caption,
                correction,
                // the very same where the outputs see all of it
                onChip.drifted() == onChip.seen() ? seen : onChip.drifted().slice(slice),
                crossbar.stuckUs().map(held -> held.slice(slice)).orElse(null),
                BitSlices.of(crossbar.spec())
                        .map(slices -> new Slice(slice + 1, slices.count(), crossbar.weightPerUs(slice)))
                        .orElse(null),
                lower,
                MapWords.DRIFT);
    }

    /**
     * A layer on two chips beside each other: what each of them holds, and the weights that the layer computes with, adapters
     * included. Where the chips map weights differently, the cells are not compared.
     */
    public static LayerPicture between(LayerPicture first, LayerPicture second) {
        boolean alike = first.slice == null
                && second.slice == null
                && first.tiles.equals(second.tiles)
                && first.spec.mapping().sharesReference()
                        == second.spec.mapping().sharesReference();
        return new LayerPicture(
                second.layer,
                second.spec,
                second.tiles,
                alike ? first.drifted : second.drifted,
                second.drifted,
                first.used(),
                second.used(),
                null,
                "",
                "",
                second.drifted,
                null,
                null,
                List.of(),
                alike ? MapWords.PAIR : MapWords.PAIR_OF_WEIGHTS);
    }

    private WeightMatrix used() {
        return calibrated == null ? driftedWeights : calibrated;
    }

    /** How many slices can be shown; 1 where weights are held whole. */
    int slices() {
        return 1 + lower.size();
    }

    /** The picture of a slice, or of the last one. @param index 0 for the most significant */
    LayerPicture ofSlice(int index) {
        return index <= 0 || lower.isEmpty() ? this : lower.get(Math.min(index, lower.size()) - 1);
    }

    /** Which slice this is, in words behind others; "" where weights are held whole. */
    String sliceWords() {
        Slice shown = slice;
        return shown == null ? "" : ", " + shown.words();
    }

    public String name() {
        return layer.name();
    }

    public int rows() {
        return layer.rows();
    }

    public int cols() {
        return layer.cols();
    }

    /** The conductance that is subtracted at a cell, µS: its own, or its tile's reference with an offset column. */
    float minusAt(CellState state, int row, int col) {
        ConductanceArray minus = state.gMinus();
        return minus.at(row, spec.mapping().sharesReference() ? col / tiles.tileCols() : col);
    }

    /** Whether a cell that a view shows is stuck: either of a pair, or the one the view is of. */
    public boolean isStuck(CellView view, int row, int col) {
        CellState held = stuck;
        if (held == null) {
            return false;
        }
        boolean plus = view != CellView.G_MINUS && !Float.isNaN(held.gPlus().at(row, col));
        return plus || view != CellView.G_PLUS && !Float.isNaN(minusAt(held, row, col));
    }

    /**
     * The weight that one microsiemens of difference between a weight's cells amounts to, by column; NaN in a column whose
     * cells do not differ anywhere.
     */
    float[] weightPerUs() {
        Slice shown = slice;
        if (shown != null) {
            return shown.weightPerUs();
        }
        float[] perUs = new float[cols()];
        float[] widest = new float[cols()];
        Arrays.fill(perUs, Float.NaN);
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                float difference = drifted.gPlus().at(row, col) - minusAt(drifted, row, col);
                if (Math.abs(difference) > widest[col]) {
                    widest[col] = Math.abs(difference);
                    perUs[col] = driftedWeights.at(row, col) / difference;
                }
            }
        }
        return perUs;
    }

    private static void requireShape(AnalogLayer layer, String what, int rows, int cols) {
        if (rows != layer.rows() || cols != layer.cols()) {
            throw new IllegalArgumentException(what + " of " + layer.name() + " is " + rows + " x " + cols
                    + ", the layer " + layer.rows() + " x " + layer.cols());
        }
    }
}
