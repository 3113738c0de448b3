package org.driftscope.ui.charts;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;

/** A name of several words or phrases, in as many lines as it needs: what tells it from others is never cut. */
final class WordFlow extends FlowPane {
    private static final double GAP = 4;

    WordFlow() {
        super(GAP, 0);
        setMinWidth(0);
        setPrefWrapLength(0);
        getStyleClass().add("word-flow");
        // a cell asks for the height before it knows the width
        widthProperty().subscribe(width -> setPrefWrapLength(width.doubleValue()));
    }

    /** @param words the first stands out; one that is wider than all there is loses its middle */
    void show(List<String> words) {
        getChildren()
                .setAll(IntStream.range(0, words.size())
                        .mapToObj(i -> phrase(words.get(i) + (i < words.size() - 1 ? "," : ""), i == 0))
                        .toList());
    }

    private Label phrase(String text, boolean first) {
        Label label = new Label(text);
        label.getStyleClass().add(first ? "word-flow-first" : "word-flow-more");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.maxWidthProperty().bind(widthProperty());
        return label;
    }
}
