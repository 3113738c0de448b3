package org.driftscope.ui.control;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.ChartStyle;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureImage;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a figure exactly as a file would: drawn by the figure itself, at the screen's resolution, away from the JavaFX
 * thread. Its marks can be found with the pointer, and with the arrow keys when it has the focus.
 */
public final class FigurePane extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(FigurePane.class);
    private static final double REACH = 10;

    private final ObjectProperty<@Nullable Figure> figure = new SimpleObjectProperty<>(this, "figure");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);
    private final ReadOnlyObjectWrapper<@Nullable HitArea> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
    private final ImageView view = new ImageView();
    private final Region ring = new Region();
    private final LatestOnly lane;
    private List<HitArea> hits = List.of();
    private Consumer<HitArea> onChosen = hit -> {};
    private Consumer<HitArea> onSelected = hit -> {};
    private boolean stale = true;

    public FigurePane(BackgroundRunner runner) {
        this.lane = LatestOnly.finishing(runner);
        getStyleClass().add("figure-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        view.setMouseTransparent(true);
        ring.setMouseTransparent(true);
        ring.getStyleClass().add("figure-ring");
        ring.setVisible(false);
        getChildren().addAll(view, ring);
        figure.subscribe(this::figureChanged);
        dark.subscribe(value -> redraw());
        textScale.subscribe(value -> figureChanged(figure.get()));
        widthProperty().subscribe(value -> redraw());
        heightProperty().subscribe(value -> redraw());
        hovered.subscribe(this::showRing);
        new FigurePointing(this);
    }

    /** What is shown; null shows nothing. */
    public ObjectProperty<@Nullable Figure> figureProperty() {
        return figure;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Size of texts against the usual, 1 for the same. */
    public DoubleProperty textScaleProperty() {
        return textScale;
    }

    /** The mark under the pointer, or reached by the arrow keys. */
    public ReadOnlyObjectProperty<@Nullable HitArea> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** What a click on a mark, or the space bar, does. */
    public void setOnSelected(Consumer<HitArea> action) {
        onSelected = action;
    }

    /** What a double click on a mark, or Enter, does. */
    public void setOnChosen(Consumer<HitArea> action) {
        onChosen = action;
    }

    /** The marks as they were last drawn, in this node's coordinates. */
    public List<HitArea> hits() {
        return hits;
    }

    void hover(double x, double y) {
        hovered.set(HitArea.nearest(hits, x, y, REACH).orElse(null));
    }

    void hover(@Nullable HitArea hit) {
        hovered.set(hit);
    }

    void select() {
        HitArea hit = hovered.get();
        if (hit != null) {
            onSelected.accept(hit);
        }
    }

    void choose() {
        HitArea hit = hovered.get();
        if (hit != null) {
            onChosen.accept(hit);
        }
    }

    private ChartTheme theme() {
        ChartStyle style = ChartStyle.SCREEN.scaled(textScale.get());
        return new ChartTheme(dark.get() ? ChartPalette.DARK : ChartPalette.LIGHT, style);
    }

    private void figureChanged(@Nullable Figure shown) {
        setAccessibleText(shown == null ? "" : shown.title());
        setMinHeight(shown == null ? 0 : shown.naturalHeight(theme()));
        redraw();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    /** Changes of one pulse become one drawing, since layout happens once in it. */
    @Override
    protected void layoutChildren() {
        Figure shown = figure.get();
        if (!stale || getWidth() < 1 || getHeight() < 1 || getScene() == null) {
            return;
        }
        stale = false;
        if (shown == null) {
            view.setImage(null);
            hits = List.of();
            return;
        }
        double width = getWidth();
        double height = getHeight();
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        ChartTheme theme = theme();
        lane.submit(Job.of(
                "Drawing a figure",
                (progress, cancel) -> FigureImage.draw(shown, width, height, scale, theme),
                image -> publish(shown, image, width, height),
                error -> LOG.error("Could not draw {}", shown.title(), error)));
    }

    private void publish(Figure drawn, FigureImage image, double width, double height) {
        // by their content, as the listeners compare: an equal figure that came meanwhile asks for no drawing of its
        // own
        if (!drawn.equals(figure.get())) {
            return;
        }
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                image.width(), image.height(), IntBuffer.wrap(image.argb()), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(pixels));
        view.setViewport(new Rectangle2D(0, 0, image.width(), image.height()));
        view.setFitWidth(width);
        view.setFitHeight(height);
        hits = image.hits();
        hovered.set(sameMark(hovered.get()));
    }

    /** Where the mark is now, after the figure moved under it. */
    private @Nullable HitArea sameMark(@Nullable HitArea old) {
        return hits.stream()
                .filter(hit ->
                        old != null && hit.seriesId().equals(old.seriesId()) && hit.pointIndex() == old.pointIndex())
                .findFirst()
                .orElse(null);
    }

    private void showRing(@Nullable HitArea hit) {
        ring.setVisible(hit != null);
        setCursor(hit == null ? Cursor.DEFAULT : Cursor.HAND);
        if (hit != null) {
            double pad = 3;
            ring.resizeRelocate(
                    hit.x() - hit.halfWidth() - pad,
                    hit.y() - hit.halfHeight() - pad,
                    2 * (hit.halfWidth() + pad),
                    2 * (hit.halfHeight() + pad));
        }
    }
}
