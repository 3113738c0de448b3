package org.driftscope.ui.main;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.driftscope.ui.presentation.PresentationViewModel;
import org.driftscope.ui.presentation.PresentedPanel;
import org.driftscope.ui.session.Preferences.Bounds;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** Turns the window into what a class sees, and back into exactly what it was. */
final class PresentationDesk {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    /** Of the type, between two sizes that are tried. */
    private static final double STEP = 0.125;

    private final Stage stage;
    private final Appearance looks;
    private final Panels panels;
    private final PresentationViewModel model;
    private final List<Node> aside;
    private final Parent root;
    private final ScrollPane page;
    private @Nullable Before before;
    private boolean fitting;
    private boolean fitWaits;

    /** The window before it was presented. */
    private record Before(
            Bounds bounds,
            boolean maximized,
            double scale,
            List<Double> dividers,
            Map<PresentedPanel, Boolean> shown,
            @Nullable Node focused) {}

    /**
     * @param root of the scene; its looks are others while presenting
     * @param page of the panels
     * @param aside what a class need not see
     */
    PresentationDesk(
            Stage stage,
            Appearance looks,
            Panels panels,
            PresentationViewModel model,
            Parent root,
            ScrollPane page,
            List<Node> aside) {
        this.stage = stage;
        this.looks = looks;
        this.panels = panels;
        this.model = model;
        this.root = root;
        this.aside = aside;
        this.page = page;
        // Esc is the window's own: full screen would be left with large type and without the panels
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        model.onProperty().subscribe((was, on) -> {
            if (on) {
                enter();
            } else {
                leave();
            }
        });
        // a window manager has keys of its own for it
        stage.fullScreenProperty().subscribe((was, full) -> {
            if (!full) {
                model.leave();
            }
        });
        looks.scaleProperty().subscribe((was, scale) -> {
            if (before != null && !fitting) {
                model.scaleProperty().set(scale.doubleValue());
            }
        });
        // the screen's size, which type does not change
        stage.widthProperty().subscribe((was, size) -> fitLater());
        stage.heightProperty().subscribe((was, size) -> fitLater());
        for (PresentedPanel panel : PresentedPanel.values()) {
            model.shownProperty(panel).subscribe(shown -> follow(panel));
            panels.shownProperty(panel).subscribe(shown -> {
                if (before != null) {
                    model.shownProperty(panel).set(shown);
                }
            });
        }
    }

    private void follow(PresentedPanel panel) {
        if (before != null) {
            panels.shownProperty(panel).set(model.shownProperty(panel).get());
            fitLater();
        }
    }

    private void fitLater() {
        if (before != null && !fitWaits) {
            fitWaits = true;
            Platform.runLater(this::fit);
        }
    }

    /** As large as was asked for, or as the panels leave room for, but never smaller than a window's normal size. */
    private void fit() {
        fitWaits = false;
        if (before == null) {
            return;
        }
        fitting = true;
        double scale = model.scaleProperty().get();
        looks.scaleProperty().set(scale);
        while (scale - STEP >= 1 && !fits()) {
            scale -= STEP;
            looks.scaleProperty().set(scale);
        }
        fitting = false;
    }

    private boolean fits() {
        // rows that wrap are as high as their width lets them be only once they have it
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
        var content = page.getContent().getLayoutBounds();
        var seen = page.getViewportBounds();
        return content.getHeight() <= seen.getHeight() + 1 && content.getWidth() <= seen.getWidth() + 1;
    }

    private void enter() {
        Map<PresentedPanel, Boolean> shown = new EnumMap<>(PresentedPanel.class);
        for (PresentedPanel panel : PresentedPanel.values()) {
            shown.put(panel, panels.shownProperty(panel).get());
        }
        before = new Before(
                new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()),
                stage.isMaximized(),
                looks.scaleProperty().get(),
                panels.dividers(),
                shown,
                root.getScene().getFocusOwner());
        show(false);
        for (PresentedPanel panel : PresentedPanel.values()) {
            follow(panel);
        }
        stage.setFullScreen(true);
        fitLater();
    }

    private void leave() {
        Before was = before;
        if (was == null) {
            return;
        }
        before = null;
        stage.setFullScreen(false);
        show(true);
        looks.scaleProperty().set(was.scale());
        was.shown().forEach((panel, shown) -> panels.shownProperty(panel).set(shown));
        panels.setDividers(was.dividers());
        Platform.runLater(() -> settle(was));
    }

    /** Once the window is out of full screen; some window managers give it another size or place. */
    private void settle(Before was) {
        // rows and columns are as small again as their texts
        root.applyCss();
        root.layout();
        panels.setDividers(was.dividers());
        if (was.focused() != null) {
            was.focused().requestFocus();
        }
        if (stage.isShowing() && !was.maximized() && !stage.isFullScreen()) {
            stage.setX(was.bounds().x());
            stage.setY(was.bounds().y());
            stage.setWidth(was.bounds().width());
            stage.setHeight(was.bounds().height());
        }
    }

    private void show(boolean shown) {
        root.pseudoClassStateChanged(PRESENTING, !shown);
        for (Node node : aside) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    /** Where the window is, or was before it was presented. */
    Bounds bounds() {
        return before != null
                ? before.bounds()
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Whether the window fills the screen, or did before it was presented. */
    boolean maximized() {
        return before != null ? before.maximized() : stage.isMaximized();
    }
}
