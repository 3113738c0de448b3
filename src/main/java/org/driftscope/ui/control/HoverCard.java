package org.driftscope.ui.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The card that explains a control: beside it, never over it nor under the pointer; there while the pointer rests on
 * it, or when it is asked for by key.
 */
public final class HoverCard {
    private static final Duration DELAY = Duration.millis(350);
    private static final String KEY = "hover-card";
    private static final String TOUR = ".tour-card";

    private final Supplier<@Nullable Explained> explained;
    private final @Nullable Side side;
    /** What the card must not cover, first of all the node that it belongs to. */
    private final List<Node> subjects;

    private final PauseTransition delay = new PauseTransition(DELAY);
    private final Runnable hiding = this::hide;
    private @Nullable CardPopup shown;
    /** Since the pointer came; whoever works with the control is not interrupted. */
    private boolean pressed;

    private HoverCard(Supplier<@Nullable Explained> explained, @Nullable Side side, List<Node> subjects) {
        this.explained = explained;
        this.side = side;
        this.subjects = subjects;
        delay.setOnFinished(event -> show());
    }

    /** A label with its card, for the control it names; screen readers hear the card as the control's help. */
    public static Label label(Explained explained, Control control) {
        Label label = new Label(explained.label());
        label.getStyleClass().add("setting-label");
        label.setLabelFor(control);
        HoverCard card = new HoverCard(() -> explained, null, List.of(control, label));
        card.subjects.forEach(card::listen);
        control.setAccessibleText(explained.label());
        control.setAccessibleHelp(explained.meaning());
        return label;
    }

    /** Explains a node that says itself what it is. @param side where the card goes if there is room */
    public static void install(Node node, Explained explained, Side side) {
        install(node, () -> explained, side);
        node.setAccessibleHelp(explained.meaning());
    }

    /** As above where what is explained changes. @param explained asked whenever the card is to be shown; null for none */
    public static void install(Node node, Supplier<@Nullable Explained> explained, Side side) {
        new HoverCard(explained, side, List.of(node)).listen(node);
    }

    /** Lets Shift+F1 show the card of what has the focus, and any key take it away again. */
    public static void onKey(Scene scene) {
        if (scene.getProperties().put(KEY, true) != null) {
            return;
        }
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (asks(event)) {
                ofFocus(scene);
                event.consume();
            }
        });
    }

    static boolean asks(KeyEvent event) {
        return event.isShiftDown() && event.getCode() == KeyCode.F1;
    }

    private static void ofFocus(Scene scene) {
        for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
            if (node.getProperties().get(KEY) instanceof HoverCard card) {
                card.show();
                return;
            }
            if (node instanceof Control control && control.getTooltip() != null) {
                String name = control.getAccessibleText() == null ? "" : control.getAccessibleText();
                Explained tip = new Explained(name, control.getTooltip().getText());
                new HoverCard(() -> tip, null, List.of(node)).show();
                return;
            }
        }
    }

    /** Whether resting on a node shows a card at present. */
    public static boolean explains(Node node) {
        return node.hasProperties()
                && node.getProperties().get(KEY) instanceof HoverCard card
                && card.explained.get() != null;
    }

    private void listen(Node node) {
        node.getProperties().put(KEY, this);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            pressed = false;
            delay.playFromStart();
        });
        // a pointer that was there before there was anything to explain has no entering left to do
        node.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (shown == null && !pressed) {
                delay.playFromStart();
            }
        });
        node.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hide());
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressed = true;
            hide();
        });
    }

    private void show() {
        hide();
        Node owner = subjects.get(0);
        Window window = owner.getScene() == null ? null : owner.getScene().getWindow();
        Explained text = explained.get();
        if (text == null || window == null || !window.isFocused()) {
            return;
        }
        Bounds area = area();
        Rectangle2D screen = screenOf(area);
        CardPopup card = new CardPopup(text);
        // measured where nobody sees it
        card.show(owner, screen.getMaxX(), screen.getMaxY());
        Side wanted = side == null ? towardsMiddle(area, window) : side;
        Point2D place = CardPlace.beside(area, spared(owner), card.getWidth(), card.getHeight(), screen, wanted);
        card.setAnchorX(place.getX());
        card.setAnchorY(place.getY());
        card.hideWhenLeft(owner.getScene(), hiding);
        shown = card;
    }

    /** What else stays in sight: the tour says what to do. */
    private static List<Bounds> spared(Node owner) {
        Node tour = owner.getScene().lookup(TOUR);
        return tour == null ? List.of() : List.of(tour.localToScreen(tour.getLayoutBounds()));
    }

    private void hide() {
        delay.stop();
        CardPopup card = shown;
        shown = null;
        if (card != null) {
            card.forget();
            card.hide();
        }
    }

    /** On the screen; a label that was never put into the window does not count. */
    private Bounds area() {
        Bounds all = null;
        for (Node node : subjects) {
            Bounds one = node.getScene() == null ? null : node.localToScreen(node.getLayoutBounds());
            if (one != null) {
                all = all == null ? one : union(all, one);
            }
        }
        return all == null ? new BoundingBox(0, 0, 0, 0) : all;
    }

    private static Bounds union(Bounds a, Bounds b) {
        double x = Math.min(a.getMinX(), b.getMinX());
        double y = Math.min(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    private static Rectangle2D screenOf(Bounds area) {
        return Screen.getScreensForRectangle(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    private static Side towardsMiddle(Bounds area, Window window) {
        return area.getCenterX() > window.getX() + window.getWidth() / 2 ? Side.LEFT : Side.RIGHT;
    }
}
