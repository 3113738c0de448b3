package org.driftscope.ui.control.text;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label that says the same in fewer words where it is narrow, instead of being cut; it is read aloud in full. */
public final class ShortenedLabel extends Label {
    private final Text measure = new Text();
    private List<String> texts = List.of("");

    public ShortenedLabel() {
        setMinWidth(0);
        widthProperty().subscribe(width -> choose());
        fontProperty().subscribe(font -> choose());
    }

    /** @param longestFirst at least one; the last is shown where none fits, and may be "" */
    public void say(List<String> longestFirst) {
        texts = List.copyOf(longestFirst);
        setAccessibleText(texts.get(0));
        choose();
        requestLayout();
    }

    private void choose() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        setText(texts.stream().filter(text -> width(text) <= room).findFirst().orElse(texts.get(texts.size() - 1)));
    }

    private double width(String text) {
        measure.setFont(getFont());
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    /** Whatever is shown now: with more room it would say more. */
    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(width(texts.get(0))) + snappedLeftInset() + snappedRightInset();
    }
}
