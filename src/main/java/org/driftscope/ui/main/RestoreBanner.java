package org.driftscope.ui.main;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Offers what a crash left; either answer takes it away for good. */
final class RestoreBanner extends HBox {
    RestoreBanner() {
        super(8);
        setId("restore-banner");
        getStyleClass().addAll("explanation", "attention");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /**
     * Asks.
     *
     * @param session what was left
     * @param restore opens it
     * @param decline deletes it
     */
    void offer(Path session, Runnable restore, Runnable decline) {
        Label text = new Label("Driftscope did not end as it should the last time. Its session was kept.");
        text.setWrapText(true);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .setAll(
                        text,
                        space,
                        button("restore", "Restore", restore),
                        button("restore-decline", "Discard it", decline));
        setAccessibleText("Restore " + session.getFileName());
        setVisible(true);
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            setVisible(false);
            action.run();
        });
        return button;
    }
}
