package org.driftscope.ui.lessons;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.driftscope.io.lesson.TextBlock;
import org.driftscope.io.lesson.TextBlock.Kind;
import org.driftscope.io.lesson.TextBlock.Run;
import org.driftscope.io.lesson.TextBlock.Style;

/** Text of a lesson as nodes: paragraphs and lists that wrap, words that can be asked for. */
final class LessonText extends VBox {
    private final Consumer<String> asked;
    private List<TextBlock> shown = List.of();

    /** @param asked hears of a word whose meaning is wanted */
    LessonText(String id, Consumer<String> asked) {
        this.asked = asked;
        setId(id);
        getStyleClass().add("lesson-text");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<TextBlock> text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        setVisible(!text.isEmpty());
        getChildren().clear();
        int number = 0;
        for (TextBlock block : text) {
            number = block.kind() == Kind.NUMBERED ? number + 1 : 0;
            getChildren().add(node(block, number));
        }
    }

    /** What it says, without its looks. */
    String plain() {
        StringBuilder all = new StringBuilder();
        shown.forEach(block -> block.runs().forEach(run -> all.append(run.text())));
        return all.toString();
    }

    private Node node(TextBlock block, int number) {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(0);
        block.runs().forEach(run -> flow.getChildren().add(node(run)));
        if (block.kind() == Kind.BULLET || block.kind() == Kind.NUMBERED) {
            Text mark = new Text(block.kind() == Kind.BULLET ? "•" : number + ".");
            mark.getStyleClass().add("lesson-run");
            HBox item = new HBox(mark, flow);
            item.getStyleClass().add("lesson-item");
            HBox.setHgrow(flow, Priority.ALWAYS);
            return item;
        }
        flow.getStyleClass().add(block.kind() == Kind.HEADING ? "lesson-heading" : "lesson-paragraph");
        return flow;
    }

    private Node node(Run run) {
        if (run.style() == Style.WORD) {
            Hyperlink link = new Hyperlink(run.text());
            link.getStyleClass().add("lesson-word");
            link.setOnAction(event -> {
                link.setVisited(false);
                asked.accept(run.word());
            });
            return link;
        }
        // a number and its percent sign stay in one line
        Text text = new Text(run.text().replace(" %", "\u00a0%"));
        text.getStyleClass().add("lesson-run");
        switch (run.style()) {
            case BOLD, VALUE -> text.getStyleClass().add("strong");
            case ITALIC -> text.getStyleClass().add("slanted");
            case CODE -> text.getStyleClass().add("code");
            default -> {}
        }
        return text;
    }
}
