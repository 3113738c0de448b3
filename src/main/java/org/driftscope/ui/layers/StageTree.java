package org.driftscope.ui.layers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The lines of a long list of layers: a line a stage, which opens onto its layers. A short list, one that is filtered, and one
 * that is sorted by a column have no stages.
 */
final class StageTree {
    /** Layers that still make a list that can be read. */
    static final int MOST_FLAT = 30;

    private final LayersViewModel model;
    private final ObservableList<LayerRow> lines = FXCollections.observableArrayList();
    private final Map<String, LayerRow> heads = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private boolean sorted;

    StageTree(LayersViewModel model) {
        this.model = model;
        model.shownRows().addListener((InvalidationListener) rows -> arrange());
        model.rows().addListener((InvalidationListener) rows -> begin());
        model.selectedProperty().subscribe(this::reveal);
        arrange();
    }

    /**
     * Another network: only the stage that is looked at is open. The rows that are shown follow after this, and bring the
     * lines: until then they are those of the network before.
     */
    private void begin() {
        heads.clear();
        open.clear();
        stage(model.selectedProperty().get()).ifPresent(open::add);
    }

    /** What the table shows, in the network's order. */
    ObservableList<LayerRow> lines() {
        return lines;
    }

    boolean isOpen(LayerRow head) {
        return open.contains(head.name());
    }

    /** Whether a layer stands below a line of its stage. */
    boolean isBelowStage(LayerRow row) {
        return !isFlat() && heads.containsKey(row.stage());
    }

    /** Opens or closes a stage. */
    void toggle(LayerRow head) {
        if (!open.remove(head.name())) {
            open.add(head.name());
        }
        arrange();
    }

    /** Sorted lists are flat. */
    void setSorted(boolean newSorted) {
        if (sorted != newSorted) {
            sorted = newSorted;
            arrange();
        }
    }

    private void reveal(String layer) {
        stage(layer).filter(open::add).ifPresent(stage -> arrange());
    }

    private Optional<String> stage(String layer) {
        return model.rows().stream()
                .filter(row -> row.name().equals(layer))
                .map(LayerRow::stage)
                .findFirst();
    }

    private boolean isFlat() {
        return sorted
                || model.rows().size() <= MOST_FLAT
                || model.shownRows().size() < model.rows().size();
    }

    private void arrange() {
        if (isFlat()) {
            lines.setAll(model.shownRows());
            return;
        }
        Map<String, List<LayerRow>> stages = new LinkedHashMap<>();
        model.shownRows().forEach(row -> stages.computeIfAbsent(row.stage(), stage -> new ArrayList<>())
                .add(row));
        List<LayerRow> all = new ArrayList<>();
        stages.forEach((stage, members) -> {
            if (members.size() == 1) {
                all.addAll(members);
                return;
            }
            all.add(heads.computeIfAbsent(stage, name -> head(name, members)));
            if (open.contains(stage)) {
                all.addAll(members);
            }
        });
        lines.setAll(all);
    }

    private LayerRow head(String stage, List<LayerRow> members) {
        LayerRow head = LayerRow.ofStage(stage, members);
        Consumer<Object> follow = changed -> head.followMembers();
        members.forEach(row -> {
            row.tickedProperty().subscribe(follow::accept);
            row.errorProperty().subscribe(follow::accept);
        });
        head.tickedProperty().subscribe((before, on) -> {
            if (on != head.allTicked()) {
                model.toggleStage(stage);
            }
        });
        return head;
    }
}
