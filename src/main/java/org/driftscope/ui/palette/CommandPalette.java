package org.driftscope.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.driftscope.ui.control.OverWindow;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** Asks for words and shows what the menus have for them; Enter does what is chosen, Escape closes. */
public final class CommandPalette {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Window owner;
    private final Appearance looks;
    private final Supplier<List<PaletteEntry>> entries;
    private final TextField words = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private @Nullable Dialog<Void> showing;

    /** @param entries asked for anew whenever it is shown */
    public CommandPalette(Window owner, Appearance looks, Supplier<List<PaletteEntry>> entries) {
        this.owner = owner;
        this.looks = looks;
        this.entries = entries;
        words.setId("palette-words");
        words.setPromptText("What do you want to do?");
        words.setAccessibleText("Words to find a command by");
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        words.textProperty().subscribe(text -> find());
        list.setId("palette-list");
        list.setAccessibleText("Commands");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing in the menus has these words."));
        list.setCellFactory(view -> new EntryCell());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                run();
            }
        });
    }

    /** Shows it with no words and all commands. */
    public void show() {
        if (showing != null) {
            return;
        }
        Dialog<Void> dialog = new Dialog<>();
        OverWindow.place(dialog, owner);
        dialog.setTitle("Find a command");
        VBox page = new VBox(words, list);
        page.getStyleClass().add("palette");
        VBox.setVgrow(list, Priority.ALWAYS);
        dialog.getDialogPane().setId("palette");
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        looks.dress(dialog.getDialogPane());
        words.clear();
        list.getItems().setAll(entries.get());
        list.getSelectionModel().selectFirst();
        dialog.setOnHidden(event -> showing = null);
        showing = dialog;
        dialog.show();
        words.requestFocus();
    }

    private void find() {
        if (showing != null) {
            list.getItems().setAll(PaletteEntry.found(entries.get(), words.getText()));
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    /** The words keep the focus; arrows choose below. */
    private void onKey(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.DOWN || key == KeyCode.UP) {
            if (key == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else {
                list.getSelectionModel().selectPrevious();
            }
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
            event.consume();
        } else if (key == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        Dialog<Void> dialog = showing;
        if (chosen == null || dialog == null || !chosen.refusal().isEmpty()) {
            return;
        }
        dialog.close();
        // once the window takes input again
        Platform.runLater(chosen.action());
    }

    /** The name, where it is, and its keys; or why it cannot be done now. */
    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final Label name = new Label();
        private final Label place = new Label();
        private final Label end = new Label();
        private final HBox row;

        EntryCell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            name.setMinWidth(Region.USE_PREF_SIZE);
            end.setMinWidth(Region.USE_PREF_SIZE);
            place.getStyleClass().add("muted");
            end.getStyleClass().addAll("muted", "palette-end");
            row = new HBox(name, place, space, end);
            row.getStyleClass().add("palette-row");
            // as wide as the list, not as what is in it
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                pseudoClassStateChanged(REFUSED, false);
                return;
            }
            name.setText(entry.name());
            place.setText(entry.place());
            end.setText(entry.refusal().isEmpty() ? entry.keys() : entry.refusal());
            pseudoClassStateChanged(REFUSED, !entry.refusal().isEmpty());
            setAccessibleText(entry.name() + " " + end.getText());
            setGraphic(row);
        }
    }
}
