package org.driftscope.ui.theme;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The window's theme and scale, and their application to scenes and dialogs. */
public final class Appearance {
    /** Smallest and largest scale, as fractions. */
    public static final double MIN_SCALE = 0.75;

    public static final double MAX_SCALE = 2;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double FONT_PX = 13;
    private static final double ICON_PX = 16;
    private static final List<String> SHEETS = List.of("controlsfx-bridge.css", "app.css");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1) {
        @Override
        public void set(double value) {
            super.set(Math.min(MAX_SCALE, Math.max(MIN_SCALE, value)));
        }
    };

    /** Held weakly: a dialog that was closed must not stay, with all its figures, because of its looks. */
    private final List<WeakReference<Parent>> dressed = new ArrayList<>();

    public Appearance() {
        theme.subscribe(value -> {
            Application.setUserAgentStylesheet(value.userAgentStylesheet());
            dressed().forEach(this::colour);
        });
        scale.subscribe((before, after) -> dressed().forEach(root -> {
            root.getStylesheets().remove(iconSheet(before.doubleValue()));
            enlarge(root);
            if (after.doubleValue() < before.doubleValue()) {
                Remeasure.all(root);
            }
        }));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** 0.75 to 2; other values are moved to the nearer end. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Keeps a window's scene in this appearance; its popups and tooltips take the style sheets from it. */
    public void dress(Scene scene) {
        scene.getStylesheets().addAll(sheets());
        follow(scene.getRoot());
    }

    /** Keeps a dialog's pane in this appearance. */
    public void dress(Parent root) {
        root.getStylesheets().addAll(sheets());
        follow(root);
    }

    private void follow(Parent root) {
        dressed.removeIf(known -> known.get() == null);
        dressed.add(new WeakReference<>(root));
        root.getStyleClass().add("driftscope");
        colour(root);
        enlarge(root);
    }

    private List<Parent> dressed() {
        return dressed.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }

    private void colour(Parent root) {
        root.pseudoClassStateChanged(DARK, theme.get() == Theme.DARK);
    }

    private void enlarge(Parent root) {
        root.setStyle("-fx-font-size: " + Math.round(FONT_PX * scale.get() * 10) / 10.0 + "px;");
        root.getStylesheets().add(iconSheet(scale.get()));
    }

    /** Icons take no sizes in em, so their size comes in a style sheet of its own. */
    private static String iconSheet(double scale) {
        String rule = ".driftscope .ikonli-font-icon { -fx-icon-size: " + Math.round(ICON_PX * scale) + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> sheets() {
        return SHEETS.stream()
                .map(name -> Objects.requireNonNull(Appearance.class.getResource(name), name)
                        .toExternalForm())
                .toList();
    }
}
