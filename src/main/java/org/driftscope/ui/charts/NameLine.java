package org.driftscope.ui.charts;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/**
 * A name in one line. What it begins with, the method and its rank, and what it ends with, such as the seed, keep their room; what
 * lies between gives way first.
 */
final class NameLine extends Region {
    private final Label head = part("name-line-head");
    private final Label middle = part("name-line-middle");
    private final Label tail = part("name-line-tail");

    NameLine() {
        getStyleClass().add("name-line");
        setMinWidth(0);
        // the digits of a seed are at its end
        tail.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        getChildren().addAll(head, middle, tail);
    }

    /** @param words a label, then what it differs in */
    void show(List<String> words) {
        int last = words.size() - 1;
        head.setText(words.get(0));
        middle.setText(last < 2 ? "" : ", " + String.join(", ", words.subList(1, last)));
        tail.setText(last < 1 ? "" : ", " + words.get(last));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return head.prefWidth(-1) + middle.prefWidth(-1) + tail.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return head.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double first = Math.min(width, snapSizeX(head.prefWidth(-1)));
        double last = Math.min(width - first, snapSizeX(tail.prefWidth(-1)));
        double between = Math.min(width - first - last, snapSizeX(middle.prefWidth(-1)));
        place(head, 0, first);
        place(middle, first, between);
        place(tail, first + between, last);
    }

    private void place(Label label, double x, double width) {
        label.setVisible(width > 0);
        label.resizeRelocate(x, 0, width, getHeight());
    }

    private static Label part(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
