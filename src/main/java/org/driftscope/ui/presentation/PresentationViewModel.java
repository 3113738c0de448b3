package org.driftscope.ui.presentation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.driftscope.ui.session.Preferences.Presenting;
import org.jspecify.annotations.Nullable;

/**
 * Whether the window is presented, and how: which panels, how large, with a pointer, and whether the numbers are shown or
 * wait until the class has said what it expects.
 */
public final class PresentationViewModel {
    /** Of the type, 1 is that of a window at normal size. */
    static final double FIRST_SCALE = 1.5;

    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on", false);
    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper(this, "covered", false);
    private final BooleanProperty pointer = new SimpleBooleanProperty(this, "pointer", false);
    private final BooleanProperty askFirst = new SimpleBooleanProperty(this, "askFirst", false);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", FIRST_SCALE);
    private final Map<PresentedPanel, BooleanProperty> shown = new EnumMap<>(PresentedPanel.class);

    private final ReadOnlyObjectWrapper<@Nullable PresentedPanel> last =
            new ReadOnlyObjectWrapper<>(this, "last", null);

    public PresentationViewModel() {
        for (PresentedPanel panel : PresentedPanel.values()) {
            boolean first = panel == PresentedPanel.KEY_FIGURES || panel == PresentedPanel.MAPS;
            shown.put(panel, new SimpleBooleanProperty(this, panel.name(), first));
        }
        shown.values().forEach(property -> property.subscribe(chosen -> last.set(onlyOne())));
        askFirst.subscribe(ask -> covered.set(ask && on.get()));
    }

    private @Nullable PresentedPanel onlyOne() {
        List<PresentedPanel> panels = panels();
        return panels.size() == 1 ? panels.get(0) : null;
    }

    private List<PresentedPanel> panels() {
        return Arrays.stream(PresentedPanel.values())
                .filter(panel -> shownProperty(panel).get())
                .toList();
    }

    /** Begins, with the numbers covered where they are to be asked for first; or ends. */
    public void toggle() {
        if (on.get()) {
            leave();
        } else {
            covered.set(askFirst.get());
            on.set(true);
        }
    }

    /** Ends it; all numbers are shown again. */
    public void leave() {
        on.set(false);
        covered.set(false);
    }

    /** Covers the numbers or shows them; only while presenting. */
    public void coverOrShow() {
        covered.set(on.get() && !covered.get());
    }

    /** Something was changed that the numbers follow. */
    public void changed() {
        if (on.get() && askFirst.get()) {
            covered.set(true);
        }
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether the numbers wait to be asked for. */
    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    /** Whether a large spot follows the mouse. */
    public BooleanProperty pointerProperty() {
        return pointer;
    }

    /** Whether the numbers are covered at the beginning and again by every change. */
    public BooleanProperty askFirstProperty() {
        return askFirst;
    }

    /** Of the type while presenting, 1 is that of a window at normal size. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** The panel that alone is shown; null where there are others. */
    ReadOnlyObjectProperty<@Nullable PresentedPanel> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public BooleanProperty shownProperty(PresentedPanel panel) {
        return Objects.requireNonNull(shown.get(panel));
    }

    /** Takes up what was chosen when the window was last open. */
    public void remember(@Nullable Presenting choice) {
        if (choice == null || choice.panels().stream().noneMatch(PresentationViewModel::isPanel)) {
            return;
        }
        shown.forEach((panel, chosen) -> chosen.set(choice.panels().contains(panel.name())));
        if (choice.scale() > 0) {
            scale.set(choice.scale());
        }
        pointer.set(choice.pointer());
        askFirst.set(choice.askFirst());
    }

    /** Files of other versions may name others. */
    private static boolean isPanel(String name) {
        return Arrays.stream(PresentedPanel.values())
                .anyMatch(panel -> panel.name().equals(name));
    }

    /** What is chosen, for the next start. */
    public Presenting choice() {
        List<String> panels = panels().stream().map(PresentedPanel::name).toList();
        return new Presenting(panels, scale.get(), pointer.get(), askFirst.get());
    }
}
