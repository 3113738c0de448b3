package org.driftscope.ui.heatmap;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Reduction;
import org.driftscope.figure.raster.ValueRange;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.model.MapContent;
import org.driftscope.ui.heatmap.model.ValueText;

/** The colours of a map from its highest value down to its lowest, with the values and their unit. */
final class MapColorBar extends Region {
    private static final int STEPS = 256;
    private static final double BAR = 10;
    private static final double GAP = 4;
    /** Room for a unit, as a share of the type's size. */
    private static final double UNIT = 1.27;
    /** Characters that the style sheet's width is for; a weight's sign and its digits take more. */
    private static final int USUAL = 6;

    private static final double SIGNED = 0.5;

    private final PixelImage image = new PixelImage();
    private final Label high = label("heatmap-bar-high");
    private final Label middle = label("heatmap-bar-middle");
    private final Label low = label("heatmap-bar-low");

    MapColorBar() {
        getStyleClass().add("heatmap-bar");
        getChildren().addAll(image.node(), high, middle, low);
    }

    void show(MapContent content) {
        ValueRange range = content.range();
        // a no-break space: the unit stays beside its number
        String unit = content.unit().isEmpty() ? "" : "\u00a0" + content.unit();
        high.setText((content.above() > 0 ? "\u2265" : "") + ValueText.number(range.high()) + unit);
        middle.setText(ValueText.number((range.low() + range.high()) / 2));
        low.setText((content.below() > 0 ? "\u2264" : "") + ValueText.number(range.low()));
        setAccessibleText("Colours from " + content.rangeText());
        HeatmapStyle style = new HeatmapStyle(content.map(), new ValueRange(0, STEPS - 1), Reduction.MEAN);
        image.paint(new CellGrid(STEPS, 1, falling()), Viewport.whole(STEPS, 1), style, 1, STEPS);
    }

    @Override
    protected double computePrefWidth(double height) {
        // the labels' width is set in em by the style sheet, so that it doesn't follow the digits
        return BAR
                + GAP
                + low.prefWidth(-1)
                + (low.getText().length() > USUAL ? SIGNED * low.getFont().getSize() : 0)
                + (high.getText().contains("\u00a0\u00b5")
                        ? UNIT * high.getFont().getSize()
                        : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        image.node().setFitWidth(BAR);
        image.node().setFitHeight(height);
        place(high, 0);
        place(middle, (height - middle.prefHeight(-1)) / 2);
        place(low, height - low.prefHeight(-1));
        middle.setVisible(height > 2 * high.prefHeight(-1) + middle.prefHeight(-1));
    }

    private void place(Label label, double y) {
        label.resizeRelocate(BAR + GAP, snapPositionY(y), getWidth() - BAR - GAP, label.prefHeight(-1));
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("heatmap-bar-label", styleClass);
        return label;
    }

    private static float[] falling() {
        float[] values = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            values[i] = STEPS - 1 - i;
        }
        return values;
    }
}
