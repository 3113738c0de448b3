package org.driftscope.ui.explorer.pair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.explorer.AccuracyTracker;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.LivePicture;
import org.driftscope.ui.heatmap.model.CellView;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** A, which was kept, beside B, which is what the main window shows; used from the JavaFX thread. */
public final class PairViewModel {
    private static final String SCORING = "Scoring A";

    private static final String NOTHING = "Nothing is kept yet. Keep the present as A, then change what you like.";

    private static final String LET_GO =
            "A was let go, since other images or another network were opened. Keep the present as A to go on.";

    private final ExplorerViewModel explorer;
    private final LivePicture keptCells;
    private final HeatmapViewModel maps = new HeatmapViewModel();
    private final ReadOnlyObjectWrapper<@Nullable PairSide> kept = new ReadOnlyObjectWrapper<>(this, "kept");
    private final ReadOnlyObjectWrapper<PairSide> now;
    private final LatestOnly scoring;
    private final ProblemSink problems;
    private @Nullable PairSide asked;
    private boolean letGo;
    private boolean open;

    public PairViewModel(ExplorerViewModel explorer, BackgroundRunner runner, ProblemSink problems) {
        this.explorer = explorer;
        this.problems = problems;
        this.scoring = LatestOnly.cancelling(runner);
        this.keptCells = new LivePicture(runner, problems);
        this.now = new ReadOnlyObjectWrapper<>(this, "now", PairSide.now(explorer));
        maps.viewProperty().set(CellView.WEIGHT);
        // A is of the network that was open when it was kept
        explorer.workspaceProperty().subscribe((before, after) -> {
            letGo |= kept.get() != null;
            kept.set(null);
        });
        explorer.workspaceProperty().subscribe(this::follow);
        explorer.history().stateProperty().subscribe(this::follow);
        explorer.calibration().resultProperty().subscribe(this::follow);
        explorer.accuracy().driftedProperty().subscribe(this::follow);
        explorer.layers().selectedProperty().subscribe(this::draw);
        explorer.picture().lookProperty().subscribe(this::show);
        keptCells.lookProperty().subscribe(this::show);
    }

    /** Nothing is drawn while the window is closed. @param isOpen whether it is open; what is set then is A, where there is none */
    public void setOpen(boolean isOpen) {
        open = isOpen;
        if (isOpen && kept.get() == null) {
            keep();
        }
        draw();
    }

    /** Keeps what is set now as A. */
    public void keep() {
        letGo = false;
        kept.set(now.get());
        draw();
    }

    /** Sets what was kept, as one step that can be undone; points of the chart stay. */
    public void goBack() {
        PairSide first = kept.get();
        if (first != null) {
            explorer.history().step("back to A", state -> settingsOf(first.state(), state));
        }
    }

    private static ExplorerState settingsOf(ExplorerState kept, ExplorerState present) {
        return kept.withPoints(present.points()).withCosts(present.costs());
    }

    private void follow() {
        PairSide present = PairSide.now(explorer);
        PairSide first = kept.get();
        now.set(present);
        if (first == null || first.drifted() != null) {
            return;
        }
        // it was kept before its accuracy was known
        if (!first.state().onChip().equals(present.state().onChip())) {
            score(first);
        } else if (present.drifted() != null) {
            kept.set(first.withDrifted(present.drifted()));
        }
    }

    private void score(PairSide first) {
        Workspace network = explorer.workspaceProperty().get();
        if (network == null || !network.hasImages() || first.equals(asked)) {
            return;
        }
        asked = first;
        scoring.submit(Job.<DriftReading>of(
                SCORING,
                (progress, cancel) -> network.use(
                        bench -> AccuracyTracker.read(bench, first.state().onChip(), progress, cancel)),
                reading -> {
                    if (first.equals(kept.get())) {
                        kept.set(first.withDrifted(reading.accuracy()));
                    }
                },
                error -> problems.show(SCORING, error)));
    }

    private void draw() {
        PairSide first = kept.get();
        Workspace network = explorer.workspaceProperty().get();
        if (open && first != null && network != null) {
            keptCells.request(
                    network, first.state(), explorer.layers().selectedProperty().get(), first.calibrated());
        }
    }

    private void show() {
        LayerPicture first = keptCells.lookProperty().get();
        LayerPicture second = explorer.picture().lookProperty().get();
        if (open
                && kept.get() != null
                && first != null
                && second != null
                && first.name().equals(second.name())) {
            maps.show(LayerPicture.between(first, second));
        }
    }

    /** A; null where nothing was kept. */
    ReadOnlyObjectProperty<@Nullable PairSide> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** B, with what is known of it. */
    ReadOnlyObjectProperty<PairSide> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The maps of A, of B, and of B less A. */
    public HeatmapViewModel maps() {
        return maps;
    }

    /** What differs, in words; what to do where nothing is kept. */
    public String sentence() {
        PairSide first = kept.get();
        if (first != null) {
            return PairWords.of(first, now.get());
        }
        return letGo ? LET_GO : NOTHING;
    }

    /** The maps side by side, to be exported; empty while the window is closed or nothing was kept. */
    public Optional<NamedFigure> figure() {
        PairSide first = kept.get();
        if (!open || first == null) {
            return Optional.empty();
        }
        Map<String, String> source = new LinkedHashMap<>();
        source.put("A", first.words());
        source.put("B", now.get().words());
        source.put("difference", sentence());
        String caption = "A: " + first.words() + ". B: " + now.get().words() + ". " + sentence();
        return maps.row().map(row -> new NamedFigure("A and B", new CaptionedFigure(row, caption), source));
    }
}
