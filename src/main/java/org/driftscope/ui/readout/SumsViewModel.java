package org.driftscope.ui.readout;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.experiment.LayerSums;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.report.PartialSumsFigure;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** The partial sums of all layers of the chip that is set; used from the JavaFX thread. */
public final class SumsViewModel {
    /** @param of whom they were counted */
    record Counted(SumsSubject of, List<LayerSums> layers) {
        /** The one of that name, or the first slice of that layer. */
        Optional<LayerSums> named(String name) {
            return layers.stream()
                    .filter(sums -> sums.name().equals(name) || sums.layer().equals(name))
                    .findFirst();
        }
    }

    private final LatestOnly counting;
    private final ProblemSink problems;
    private final ReadOnlyObjectWrapper<@Nullable Counted> counted = new ReadOnlyObjectWrapper<>(this, "counted");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final StringProperty layer = new SimpleStringProperty(this, "layer", "");
    private @Nullable SumsSubject subject;
    private boolean open;

    public SumsViewModel(BackgroundRunner runner, ProblemSink problems) {
        this.counting = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /** Nothing is computed while the window is closed. @param now whether it is open */
    public void setOpen(boolean now) {
        open = now;
        if (now) {
            count();
        } else {
            counting.cancel();
        }
    }

    /** Whose sums are shown from now on. @param now null where no network with images is open */
    public void follow(@Nullable SumsSubject now) {
        SumsSubject before = subject;
        subject = now;
        if (now == null || before == null || now.workspace() != before.workspace()) {
            counted.set(null);
        }
        count();
    }

    /** Also shows this layer. */
    public void showLayer(String name) {
        layer.set(name);
    }

    private void count() {
        SumsSubject now = subject;
        Counted known = counted.get();
        stale.set(now != null && (known == null || !known.of().equals(now)));
        if (!open || now == null || !stale.get()) {
            return;
        }
        counting.submit(Job.<List<LayerSums>>of(
                "Counting partial sums",
                (progress, cancel) -> now.count(cancel),
                layers -> {
                    if (now.equals(subject)) {
                        counted.set(new Counted(now, layers));
                        stale.set(false);
                    }
                },
                error -> problems.show("Counting partial sums", error)));
    }

    /** Whether there is a network with images. */
    boolean hasSubject() {
        return subject != null;
    }

    /** The newest count; null before the first. */
    ReadOnlyObjectProperty<@Nullable Counted> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** Whether what is shown belongs to other settings, and what does is on its way. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Name of the layer whose sums are drawn, or of a slice of it. */
    public StringProperty layerProperty() {
        return layer;
    }

    /** Sums of the layer that is shown; empty where it is on no crossbar, or they are not counted yet. */
    public Optional<LayerSums> shown() {
        Counted known = counted.get();
        return known == null ? Optional.empty() : known.named(layer.get());
    }

    /** What is drawn. */
    Optional<Figure> drawing() {
        Counted known = counted.get();
        return known == null
                ? Optional.empty()
                : shown().map(sums -> PartialSumsFigure.of(sums, known.of().words()));
    }

    /** What is drawn, to be exported; empty while the window is closed. */
    public Optional<NamedFigure> figure() {
        Counted known = counted.get();
        return known == null || !open
                ? Optional.empty()
                : shown().map(sums -> PartialSumsFigure.named(
                        sums, known.of().words(), known.of().source()));
    }
}
