package org.driftscope.ui.heatmap;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.MapContent;
import org.driftscope.ui.heatmap.model.MapKind;
import org.driftscope.ui.heatmap.model.MapWords;
import org.jspecify.annotations.Nullable;

/** One map under its header, with a colour bar where the next map doesn't share it. */
final class MapPane extends Region {
    private static final double GAP = 6;
    private static final String OUTLIERS =
            "\nValues beyond the range take the end colours.\nCyan cells hold no number.";

    private final MapKind kind;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Tooltip meaning = new Tooltip();
    private final Tooltip explanation = new Tooltip();
    private final MapRegion cells;
    private final @Nullable MapColorBar bar;

    MapPane(MapKind kind, HeatmapViewModel model) {
        this.kind = kind;
        this.cells = new MapRegion(model);
        this.bar = kind == MapKind.TARGET ? null : new MapColorBar();
        setId("heatmap-map-" + kind.id());
        getStyleClass().add("heatmap-map");
        cells.setId("heatmap-cells-" + kind.id());
        title.setTooltip(meaning);
        title.getStyleClass().add("heatmap-map-title");
        detail.setTooltip(explanation);
        detail.getStyleClass().add("heatmap-map-detail");
        getChildren().addAll(title, detail, cells);
        if (bar != null) {
            getChildren().add(bar);
        }
    }

    MapKind kind() {
        return kind;
    }

    MapRegion cells() {
        return cells;
    }

    /**
     * Shows a map.
     *
     * @param caption stands at the right of the second map's header, which shares its range with the first
     */
    void show(MapContent content, String caption, MapWords words) {
        title.setText(words.title(kind));
        meaning.setText(words.meaning(kind));
        detail.setText(kind == MapKind.DRIFTED && !caption.isEmpty() ? caption : content.rangeText());
        explanation.setText(
                (kind == MapKind.DRIFTED && !caption.isEmpty() ? caption + ", " : "") + content.rangeText() + OUTLIERS);
        detail.setAccessibleText(title.getText() + ": " + detail.getText());
        cells.show(content);
        if (bar != null) {
            bar.show(content);
        }
    }

    /** Width beside the cells. */
    double barWidth() {
        return bar == null ? 0 : GAP + bar.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - barWidth();
        double header = snapSizeY(title.prefHeight(-1));
        // above the bar there is room as well
        double titleWidth = Math.min(getWidth(), snapSizeX(title.prefWidth(-1)));
        double detailWidth = snapSizeX(detail.prefWidth(-1));
        // half a number would mislead; the colour bar has the range as well
        detail.setVisible(detailWidth <= width - titleWidth - GAP);
        title.resizeRelocate(0, 0, titleWidth, header);
        detail.resizeRelocate(width - detailWidth, 0, detailWidth, header);
        double top = header + GAP / 2;
        double height = Math.max(0, getHeight() - top);
        cells.resizeRelocate(0, top, snapSizeX(width), snapSizeY(height));
        if (bar != null) {
            bar.resizeRelocate(width + GAP, top, barWidth() - GAP, height);
        }
    }
}
