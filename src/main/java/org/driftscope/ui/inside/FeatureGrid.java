package org.driftscope.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import org.driftscope.evaluation.FeatureMaps;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Reduction;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/** The liveliest feature maps of a layer, a row a state, then what is off in each. */
final class FeatureGrid extends GridPane {
    private static final int MOST = 8;
    private static final double SIDE = 64;
    /** A map of one row, as a dense layer's, is drawn that high. */
    private static final double FLAT = 20;

    private final ReadOnlyDoubleProperty scale;
    private @Nullable LayerView shown;

    FeatureGrid(ReadOnlyDoubleProperty scale) {
        this.scale = scale;
        setId("inside-features");
        getStyleClass().add("inside-features");
        scale.subscribe(now -> draw());
    }

    void show(@Nullable LayerView view) {
        shown = view;
        draw();
    }

    private void draw() {
        getChildren().clear();
        FeatureMaps clean = shown == null ? null : shown.maps().get(NetworkState.CLEAN);
        if (shown == null || clean == null) {
            return;
        }
        List<Row> rows = rows(shown, clean);
        int[] channels = Layout.isFlat(clean) ? new int[0] : clean.liveliest(MOST);
        for (int i = 0; i < channels.length; i++) {
            Label head = new Label("#" + channels[i]);
            head.getStyleClass().add("muted");
            setHalignment(head, HPos.CENTER);
            add(head, 1 + i, 0);
        }
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            Label head = new Label(row.title());
            head.setMinWidth(USE_PREF_SIZE);
            head.getStyleClass().add("inside-row");
            add(head, 0, 1 + at);
            if (channels.length == 0) {
                add(
                        picture(
                                new CellGrid(
                                        1,
                                        row.maps().values().length,
                                        row.maps().values()),
                                row.style()),
                        1,
                        1 + at);
            }
            for (int i = 0; i < channels.length; i++) {
                FeatureMaps maps = row.maps();
                add(
                        picture(new CellGrid(maps.height(), maps.width(), maps.map(channels[i])), row.style()),
                        1 + i,
                        1 + at);
            }
        }
    }

    /** One row of maps. */
    private record Row(String title, FeatureMaps maps, HeatmapStyle style) {}

    private static List<Row> rows(LayerView view, FeatureMaps clean) {
        HeatmapStyle features = Layout.features(view);
        HeatmapStyle off = Layout.differences(view, clean);
        List<Row> rows = new ArrayList<>();
        view.maps().forEach((state, maps) -> rows.add(new Row(state.label(), maps, features)));
        view.maps().forEach((state, maps) -> {
            if (state != NetworkState.CLEAN) {
                rows.add(new Row(state.label() + " \u2212 clean", maps.minus(clean), off));
            }
        });
        return rows;
    }

    private ImageView picture(CellGrid grid, HeatmapStyle style) {
        ImageView view = new ImageView(PixelPicture.of(grid, style));
        view.setSmooth(false);
        boolean flat = grid.rows() == 1;
        view.setFitWidth((flat ? MOST * SIDE : SIDE) * scale.get());
        view.setFitHeight((flat ? FLAT : SIDE) * scale.get());
        view.setPreserveRatio(!flat);
        return view;
    }

    /** What the colours of a view mean. */
    static String words(LayerView view, FeatureMaps clean) {
        ValueRange features = Layout.features(view).range();
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                Layout.isFlat(clean)
                        ? "%d outputs, one column each, from %.3g (dark) to %.3g (light)."
                        : "%d channels of %d \u00d7 %d, the liveliest shown, from %.3g (dark) to %.3g (light).",
                Layout.isFlat(clean)
                        ? new Object[] {clean.channels(), features.low(), features.high()}
                        : new Object[] {clean.channels(), clean.height(), clean.width(), features.low(), features.high()
                        }));
        words.append(String.format(
                Locale.ROOT,
                " Differences: blue below, red above, \u00b1%.3g.",
                Layout.differences(view, clean).range().high()));
        List<String> apart = new ArrayList<>();
        view.maps().forEach((state, maps) -> {
            if (state != NetworkState.CLEAN) {
                apart.add(String.format(
                        Locale.ROOT,
                        "%s %.3g\u00a0%%",
                        state.label().toLowerCase(Locale.ROOT),
                        100 * maps.squaredDistance(clean)));
            }
        });
        words.append(" Squared distance from clean, of the output's square: ")
                .append(String.join(", ", apart))
                .append('.');
        return words.toString().replace('-', '\u2212');
    }

    /** How values become colours. */
    private static final class Layout {
        private Layout() {}

        static boolean isFlat(FeatureMaps maps) {
            return maps.height() == 1 && maps.width() == 1;
        }

        static HeatmapStyle features(LayerView view) {
            float[][] all =
                    view.maps().values().stream().map(FeatureMaps::values).toArray(float[][]::new);
            return new HeatmapStyle(ColorMap.VIRIDIS, ValueRange.of(all), Reduction.MEAN);
        }

        static HeatmapStyle differences(LayerView view, FeatureMaps clean) {
            float[][] all = view.maps().values().stream()
                    .map(maps -> maps.minus(clean).values())
                    .toArray(float[][]::new);
            return new HeatmapStyle(ColorMap.BLUE_RED, ValueRange.symmetric(all), Reduction.MEAN);
        }
    }
}
