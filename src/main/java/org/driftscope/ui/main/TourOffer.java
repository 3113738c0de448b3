package org.driftscope.ui.main;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Offers the tour and the other lessons in a corner of the status row, at the first start only. */
final class TourOffer extends HBox {
    private final Button take = new Button("Take the tour");
    private final Button lessons = new Button("Lessons");

    TourOffer() {
        super(8);
        setId("tour-offer");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        take.setId("tour-take");
        lessons.setId("tour-lessons");
        Button decline = new Button("No, thanks");
        decline.setId("tour-decline");
        decline.setOnAction(event -> withdraw());
        for (Button button : new Button[] {take, lessons, decline}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(new Label("New here?"), take, lessons, decline);
    }

    /** @param choice shows all lessons */
    void onTaken(Runnable tour, Runnable choice) {
        take.setOnAction(event -> tour.run());
        lessons.setOnAction(event -> choice.run());
    }

    void offer() {
        setVisible(true);
    }

    /** Taken or declined: it is not made again. */
    void withdraw() {
        setVisible(false);
    }
}
