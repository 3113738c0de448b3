package org.driftscope.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** One line on what was opened, written or undone last: its name, and the settings that came with it. */
public final class OpenedNews {
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
    private String undone = "";

    /** "" before the first. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /**
     * @param name of the file or files
     * @param open what is open now
     * @param before the settings before
     * @param after the settings now
     */
    public void opened(String name, Workspace open, ExplorerState before, ExplorerState after) {
        List<String> changes = new ArrayList<>(SettingCatalogue.changes(before, after));
        int layers = open.network().analogLayers().size();
        if (!before.ticked().equals(after.ticked()) && after.ticked().size() < layers) {
            changes.add(after.ticked().size() + " of " + layers + " layers ticked");
        }
        if (open.hasImages()
                && !open.preprocessing().scores().isEmpty()
                && !open.preprocessing().asked()) {
            changes.add("preprocessing " + open.preprocessing().preprocessing().name());
        }
        say(name, changes);
    }

    /** Of a file that changes settings alone. */
    public void settings(String name, ExplorerState before, ExplorerState after) {
        say(name, SettingCatalogue.changes(before, after));
    }

    /** Of a file that was written. @param what e.g. "the drifted network" */
    public void wrote(String what, String name, List<String> notes) {
        line.set("Wrote " + what + " to " + name + (notes.isEmpty() ? "" : ". " + String.join(" ", notes)));
    }

    /** Of what now lies on the clipboard. @param what e.g. "these settings as an experiment" */
    public void copied(String what) {
        line.set("Copied " + what);
    }

    /**
     * Of what was undone or made again. It is there until something else is changed.
     *
     * @param network what is open, which undo leaves as it is
     */
    public void moved(StateHistory.Move move, String network) {
        List<String> now = new ArrayList<>(SettingCatalogue.changes(move.before(), move.after()));
        int points = move.after().points().size();
        if (points != move.before().points().size()) {
            now.add(points == 1 ? "1 point" : points + " points");
        }
        String verb = move.back() ? "Undid " : "Did again: ";
        line.set(verb
                + move.name()
                + (move.elsewhere() ? ", of another network" : "")
                + (now.isEmpty() ? "" : ". Now " + String.join(", ", now))
                + (move.elsewhere() ? ". Still open: " : ". Open: ")
                + network);
        undone = line.get();
    }

    /** Something was changed: what was undone before is no news any more. */
    public void changed() {
        if (line.get().equals(undone)) {
            line.set("");
        }
    }

    private void say(String name, List<String> changes) {
        line.set("Opened " + name + (changes.isEmpty() ? "" : ": " + String.join(", ", changes)));
    }
}
