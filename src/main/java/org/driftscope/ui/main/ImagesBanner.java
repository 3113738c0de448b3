package org.driftscope.ui.main;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The next step after opening a model whose images are not open: which images it takes, and a button to choose them. */
final class ImagesBanner extends HBox {
    ImagesBanner(ReadOnlyObjectProperty<@Nullable Workspace> workspace, Command openImages) {
        super(8);
        setId("images-banner");
        getStyleClass().addAll("explanation", "attention");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setId("images-wanted");
        text.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button choose = new Button("Choose images");
        choose.setId("choose-images");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> openImages.run());
        getChildren().setAll(text, space, choose);
        managedProperty().bind(visibleProperty());
        workspace.subscribe(open -> {
            boolean wanted = open != null && !open.hasImages();
            setVisible(wanted);
            if (open != null && wanted) {
                text.setText(TopBar.title(open) + " is open. Choose images for " + open.inputWords() + " input.");
            }
        });
    }
}
