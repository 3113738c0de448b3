package org.driftscope.ui.heatmap.model;

import java.util.List;
import java.util.Locale;

/** What a picture's two sets of cells are called, and in which views they can be shown beside each other. */
public enum MapWords {
    /** A layer as asked for and as it is now. */
    DRIFT("target", "drifted", "change", List.of(CellView.values())) {
        @Override
        public String title(MapKind kind) {
            return kind.title();
        }

        @Override
        public String meaning(MapKind kind) {
            return kind.meaning();
        }

        @Override
        String quantity(MapKind kind, CellView view) {
            String name = view.plainTitle();
            return switch (kind) {
                case TARGET -> "Target " + name;
                case DRIFTED -> "Drifted " + name;
                case CHANGE -> "Change of " + name;
                case RESIDUAL -> view == CellView.WEIGHT
                        ? "Residual of weight"
                        : "Residual of " + CellView.DIFFERENCE.plainTitle();
            };
        }
    },
    /** The same layer on two chips that hold weights alike. */
    PAIR("A", "B", "B \u2212 A", List.of(CellView.values())),
    /** On two chips whose cells cannot be compared one by one: what the weights amount to can. */
    PAIR_OF_WEIGHTS("A", "B", "B \u2212 A", List.of(CellView.WEIGHT));

    private final String first;
    private final String second;
    private final String difference;
    private final List<CellView> views;

    MapWords(String first, String second, String difference, List<CellView> views) {
        this.first = first;
        this.second = second;
        this.difference = difference;
        this.views = views;
    }

    /** In a sentence: what comes first, e.g. "target". */
    public String first() {
        return first;
    }

    /** In a sentence: what comes second, e.g. "drifted". */
    public String second() {
        return second;
    }

    /** In a sentence: the second less the first, e.g. "change". */
    public String difference() {
        return difference;
    }

    /** The views in which both can be shown. */
    public List<CellView> views() {
        return views;
    }

    /** Above a map. */
    public String title(MapKind kind) {
        return kind == MapKind.TARGET ? first : kind == MapKind.DRIFTED ? second : difference;
    }

    /** One sentence for the tooltip above a map. */
    public String meaning(MapKind kind) {
        return switch (kind) {
            case TARGET -> "What was kept";
            case DRIFTED -> "What is set now";
            case CHANGE, RESIDUAL -> "What is set now minus what was kept";
        };
    }

    /** What a map of a view shows, for the axis of its colours. */
    String quantity(MapKind kind, CellView view) {
        return view.plainTitle().substring(0, 1).toUpperCase(Locale.ROOT)
                + view.plainTitle().substring(1) + ", " + title(kind);
    }
}
