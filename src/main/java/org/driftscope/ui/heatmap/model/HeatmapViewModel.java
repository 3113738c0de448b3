package org.driftscope.ui.heatmap.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.crossbar.TileGrid.TileBounds;
import org.driftscope.figure.chart.map.HeatmapRow;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.HeatmapFigure;
import org.driftscope.figure.raster.Histogram;
import org.driftscope.figure.raster.Reduction;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/** What the panel shows and how; holds no nodes. All of it belongs to the FX thread. */
public final class HeatmapViewModel {
    private static final int HISTOGRAM_BINS = 80;

    private final ReadOnlyObjectWrapper<@Nullable LayerPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<CellView> view = new SimpleObjectProperty<>(CellView.DIFFERENCE);
    private final ObjectProperty<ColorMap> colorMap = new SimpleObjectProperty<>(ColorMap.VIRIDIS);
    private final ObjectProperty<Reduction> reduction = new SimpleObjectProperty<>(Reduction.MAX_ABS_CHANGE);
    private final BooleanProperty rangeLocked = new SimpleBooleanProperty();
    private final BooleanProperty histogramShown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<MapContent>> maps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Histogram> histogram = new ReadOnlyObjectWrapper<>();
    private final MapNavigation navigation = new MapNavigation();
    private final CellSelection selection = new CellSelection(navigation);

    private final IntegerProperty slice = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper slices = new ReadOnlyIntegerWrapper(1);
    private @Nullable LayerPicture whole;
    private @Nullable LayerGrids grids;
    private @Nullable MapRanges ranges;

    public HeatmapViewModel() {
        view.addListener(observed -> {
            ranges = null;
            refresh();
        });
        slice.addListener(observed -> {
            LayerPicture known = whole;
            if (known != null) {
                ranges = null;
                picture.set(known.ofSlice(slice.get()));
                refresh();
            }
        });
        colorMap.addListener(observed -> refreshMaps());
        rangeLocked.addListener(observed -> {
            refreshMaps();
            refreshHistogram();
        });
        histogramShown.addListener(observed -> refreshHistogram());
        navigation.tileProperty().addListener(observed -> refreshHistogram());
        selection.readingFrom(picture, view);
    }

    /** Shows a layer; what is in view, pinned and locked stays where the layer has the same name and tiles. */
    public void show(LayerPicture newPicture) {
        LayerPicture old = picture.get();
        boolean sameLayer = old != null && old.name().equals(newPicture.name());
        if (!sameLayer || !newPicture.tiles().equals(old.tiles())) {
            // nothing of the layer before may be counted in the tiles of this one
            grids = null;
            selection.clear();
            navigation.enter(newPicture.tiles());
        }
        if (!sameLayer) {
            ranges = null;
        }
        whole = newPicture;
        if (!newPicture.words().views().contains(view.get())) {
            view.set(CellView.WEIGHT);
        }
        slices.set(newPicture.slices());
        picture.set(newPicture.ofSlice(slice.get()));
        refresh();
    }

    /** The layer that is shown; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LayerPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ObjectProperty<CellView> viewProperty() {
        return view;
    }

    /** The sequential map of target and drifted; differences always take the diverging one. */
    public ObjectProperty<ColorMap> colorMapProperty() {
        return colorMap;
    }

    /** Which slice of the weights is shown, 0 for the most significant; the last there is where there are fewer. */
    public IntegerProperty sliceProperty() {
        return slice;
    }

    /** How many slices there are; 1 where weights are held whole. */
    public ReadOnlyIntegerProperty slicesProperty() {
        return slices.getReadOnlyProperty();
    }

    /** At first the largest, as the mean of many independent changes is near zero and would hide them. */
    public ObjectProperty<Reduction> reductionProperty() {
        return reduction;
    }

    /** Whether colours keep their values while the layer's numbers change; another layer or view sets a new range. */
    public BooleanProperty rangeLockedProperty() {
        return rangeLocked;
    }

    public BooleanProperty histogramShownProperty() {
        return histogramShown;
    }

    /** The maps to paint, three, or four after calibration; empty before the first layer. */
    public ReadOnlyObjectProperty<List<MapContent>> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** Values of the layer or tile before and after drift; null while not shown. */
    public ReadOnlyObjectProperty<@Nullable Histogram> histogramProperty() {
        return histogram.getReadOnlyProperty();
    }

    /** Zoom, pan and tile. */
    public MapNavigation navigation() {
        return navigation;
    }

    /** The cell under the pointer or the keys, and the pinned one. */
    public CellSelection selection() {
        return selection;
    }

    /** Where the panel is, in words: layer's size and tile; then in fewer. */
    public List<String> placeTexts() {
        LayerPicture current = picture.get();
        if (current == null) {
            return List.of("");
        }
        String size = current.rows() + " × " + current.cols();
        String sliced = size + current.sliceWords();
        return navigation.tilesProperty().get().count() > 1
                ? List.of(sliced + ", " + navigation.tileText(), sliced, size, "")
                : List.of(sliced, size, "");
    }

    /** A map of the layer or the chosen tile for a file; empty where there is no such map now. */
    public Optional<HeatmapFigure> figure(MapKind kind) {
        return maps.get().stream().filter(map -> map.kind() == kind).findFirst().map(this::figure);
    }

    /** All maps side by side for a file; empty before the first layer. */
    public Optional<HeatmapRow> row() {
        LayerPicture current = picture.get();
        List<HeatmapRow.Panel> panels = maps.get().stream()
                .map(map -> HeatmapRow.Panel.of(
                        Objects.requireNonNull(current).words().title(map.kind()), figure(map)))
                .toList();
        String title = placeTitle() + ", " + view.get().plainTitle();
        return panels.isEmpty() ? Optional.empty() : Optional.of(new HeatmapRow(title, panels));
    }

    /** The histogram of the layer or the chosen tile, shown or not; empty before the first layer. */
    public Optional<Histogram> histogram() {
        return Optional.ofNullable(grids).map(this::count);
    }

    /** The layer and its tile, for titles of figures. */
    public String placeTitle() {
        LayerPicture current = picture.get();
        return current == null ? "" : current.name() + " (" + navigation.tileText() + current.sliceWords() + ")";
    }

    private HeatmapFigure figure(MapContent map) {
        MapWords words = Objects.requireNonNull(picture.get()).words();
        String kind = words.title(map.kind());
        String title = placeTitle() + ", " + (words == MapWords.DRIFT ? kind.toLowerCase(Locale.ROOT) : kind);
        return new HeatmapFigure(
                title,
                inTile(map.grid()),
                map.map(),
                map.range(),
                words.quantity(map.kind(), view.get()),
                map.unit(),
                "Column (output)",
                "Row (input)");
    }

    private CellGrid inTile(CellGrid grid) {
        TileBounds tile = navigation.tileBounds();
        return tile.rows() == grid.rows() && tile.cols() == grid.cols()
                ? grid
                : grid.part(tile.rowFrom(), tile.colFrom(), tile.rows(), tile.cols());
    }

    private void refresh() {
        LayerPicture current = picture.get();
        if (current == null) {
            return;
        }
        grids = LayerGrids.of(current, view.get());
        refreshMaps();
        refreshHistogram();
    }

    private void refreshMaps() {
        LayerGrids current = grids;
        if (current == null) {
            return;
        }
        MapRanges kept = ranges;
        kept = kept == null || !rangeLocked.get() ? MapRanges.of(current, view.get()) : kept;
        ranges = kept;
        maps.set(kept.maps(current, view.get(), colorMap.get()));
    }

    private void refreshHistogram() {
        histogram.set(grids == null || !histogramShown.get() ? null : count(grids));
    }

    private Histogram count(LayerGrids current) {
        float[] before = inTile(current.target()).values();
        float[] after = inTile(current.drifted()).values();
        MapRanges kept = ranges;
        ValueRange range = kept == null ? ValueRange.of(before, after) : kept.cells();
        return Histogram.of(range, HISTOGRAM_BINS, before, after);
    }
}
