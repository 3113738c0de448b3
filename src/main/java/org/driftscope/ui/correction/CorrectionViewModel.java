package org.driftscope.ui.correction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** The correction of one layer; used from the JavaFX thread. */
public final class CorrectionViewModel {
    private static final String LOOKING = "Looking at a correction";

    private final LatestOnly looking;
    private final ProblemSink problems;
    private final StringProperty layer = new SimpleStringProperty(this, "layer", "");
    private final IntegerProperty terms = new SimpleIntegerProperty(this, "terms", Integer.MAX_VALUE);
    private final ReadOnlyObjectWrapper<@Nullable LayerCorrection> seen = new ReadOnlyObjectWrapper<>(this, "seen");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private @Nullable CorrectionSubject subject;
    private boolean open;

    public CorrectionViewModel(BackgroundRunner runner, ProblemSink problems) {
        this.looking = LatestOnly.cancelling(runner);
        this.problems = problems;
        layer.subscribe(name -> look());
        terms.subscribe(count -> look());
    }

    /** Nothing is computed while the window is closed. @param now whether it is open */
    public void setOpen(boolean now) {
        open = now;
        if (now) {
            look();
        } else {
            looking.cancel();
        }
    }

    /** Whose correction is drawn from now on. @param now null where no network with images is open */
    public void follow(@Nullable CorrectionSubject now) {
        if (now != null && now.equals(subject)) {
            return;
        }
        subject = now;
        if (now == null) {
            seen.set(null);
        }
        look();
    }

    /** Also shows this layer. */
    public void showLayer(String name) {
        layer.set(name);
    }

    private void look() {
        CorrectionSubject now = subject;
        String name = layer.get();
        if (!open || now == null || name.isEmpty()) {
            return;
        }
        int most = terms.get();
        stale.set(true);
        looking.submit(Job.<Optional<LayerCorrection>>of(
                LOOKING,
                (progress, cancel) -> now.look(name, most, cancel),
                found -> {
                    if (now == subject) {
                        seen.set(found.orElse(null));
                        stale.set(false);
                    }
                },
                error -> problems.show(LOOKING, error)));
    }

    /** Whether there is a network with images. */
    boolean hasSubject() {
        return subject != null;
    }

    /** What is drawn; null before the first, and for layers on no crossbar. */
    public ReadOnlyObjectProperty<@Nullable LayerCorrection> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** Whether what is shown belongs to other settings, and what does is on its way. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Name of the layer; "" before the first. */
    public StringProperty layerProperty() {
        return layer;
    }

    /** Terms of the low-rank part that are added up, at most. */
    public IntegerProperty termsProperty() {
        return terms;
    }

    /** What is drawn, in words; "" without a layer. */
    public String sentence() {
        LayerCorrection now = seen.get();
        return now == null ? "" : CorrectionWords.of(now);
    }

    /** What is drawn, to be exported; empty while the window is closed. */
    public Optional<NamedFigure> figure() {
        LayerCorrection now = seen.get();
        CorrectionSubject of = subject;
        if (!open || now == null || of == null) {
            return Optional.empty();
        }
        Map<String, String> source = new LinkedHashMap<>(of.source());
        source.put("layer", now.layer());
        source.put("terms", Integer.toString(now.shown()));
        return Optional.of(new NamedFigure("Correction of " + now.layer(), CorrectionFigure.of(now), source));
    }
}
