package org.driftscope.ui.heatmap.model;

import java.util.Locale;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.figure.raster.CellGrid;

/** What is shown of a weight's cells. */
public enum CellView {
    DIFFERENCE("G⁺ − G⁻", "µS", true, "The difference of the two cells of a weight: what the column reads"),
    G_PLUS("G⁺", "µS", false, "The cell that adds to the output"),
    G_MINUS("G⁻", "µS", false, "The cell that subtracts from the output, or the tile's reference cell"),
    WEIGHT("weight", "", true, "The weight that the two cells amount to");

    private final String title;
    private final String unit;
    private final boolean signed;
    private final String meaning;

    CellView(String title, String unit, boolean signed, String meaning) {
        this.title = title;
        this.unit = unit;
        this.signed = signed;
        this.meaning = meaning;
    }

    /** Short name on buttons. */
    public String title() {
        return title;
    }

    /** The name for figures, whose font has no raised signs. */
    public String plainTitle() {
        return title.replace('\u207a', '+').replace('\u207b', '\u2212');
    }

    /** Its part in node ids. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "µS", or "" for weights. */
    public String unit() {
        return unit;
    }

    /** Whether values lie on both sides of zero. */
    public boolean signed() {
        return signed;
    }

    /** One sentence for the tooltip. */
    public String meaning() {
        return meaning;
    }

    /** The layer as targeted; weights are the clean ones. */
    CellGrid target(LayerPicture picture) {
        return grid(picture, picture.target(), picture.clean());
    }

    /** The layer after drift. */
    CellGrid drifted(LayerPicture picture) {
        return grid(picture, picture.drifted(), picture.driftedWeights());
    }

    /** A conductance of one cell, µS; not for weights, which are no conductances. */
    float at(LayerPicture picture, CellState state, int row, int col) {
        return switch (this) {
            case G_PLUS -> state.gPlus().at(row, col);
            case G_MINUS -> picture.minusAt(state, row, col);
            case DIFFERENCE -> state.gPlus().at(row, col) - picture.minusAt(state, row, col);
            case WEIGHT -> throw new IllegalArgumentException("a weight is not a conductance");
        };
    }

    private CellGrid grid(LayerPicture picture, CellState state, WeightMatrix weights) {
        float[] values =
                switch (this) {
                    case WEIGHT -> weights.values();
                    case G_PLUS -> state.gPlus().valuesUs();
                    case G_MINUS, DIFFERENCE -> conductances(picture, state);
                };
        return new CellGrid(picture.rows(), picture.cols(), values);
    }

    private float[] conductances(LayerPicture picture, CellState state) {
        float[] values = new float[picture.rows() * picture.cols()];
        for (int row = 0, i = 0; row < picture.rows(); row++) {
            for (int col = 0; col < picture.cols(); col++, i++) {
                values[i] = at(picture, state, row, col);
            }
        }
        return values;
    }
}
