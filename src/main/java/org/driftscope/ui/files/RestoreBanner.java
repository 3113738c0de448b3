package org.driftscope.ui.files;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line over the window that offers a session; either answer takes it away. */
public final class RestoreBanner extends HBox implements StartOffers.Place {
    public RestoreBanner() {
        super(8);
        setId("restore-banner");
        getStyleClass().addAll("explanation", "attention");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    @Override
    public void offer(StartOffers.Offer offer) {
        Label text = new Label(offer.text());
        text.setId("restore-text");
        text.setWrapText(true);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .setAll(
                        text,
                        space,
                        button(offer.id(), offer.accept(), offer.accepted()),
                        button(offer.id() + "-decline", offer.decline(), offer.declined()));
        setAccessibleText(offer.text());
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
