package org.driftscope.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's file chooser, opened in the folder that was used last. */
final class FileTargetChooser implements TargetChooser {
    private static final String FOLDER = "folder";

    private final Supplier<Window> owner;
    private final Preferences preferences;

    FileTargetChooser(Supplier<Window> owner, Preferences preferences) {
        this.owner = owner;
        this.preferences = preferences;
    }

    @Override
    public Optional<Path> file(String suggested, String kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save " + kind);
        chooser.setInitialFileName(suggested);
        String ending = suggested.substring(suggested.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
        chooser.setInitialDirectory(lastFolder());
        return remembered(chooser.showSaveDialog(owner.get())).map(path -> ended(path, ending));
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for the figures");
        chooser.setInitialDirectory(lastFolder());
        return remembered(chooser.showDialog(owner.get()));
    }

    /** Some systems hand the name back as typed, without the ending. */
    private static Path ended(Path path, String ending) {
        String name = String.valueOf(path.getFileName());
        return name.contains(".") ? path : path.resolveSibling(name + ending);
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        File folder = file.isDirectory() ? file : file.getParentFile();
        if (folder != null) {
            preferences.put(FOLDER, folder.getPath());
        }
        return Optional.of(file.toPath());
    }

    private @Nullable File lastFolder() {
        File folder = new File(preferences.get(FOLDER, System.getProperty("user.home")));
        return folder.isDirectory() ? folder : null;
    }
}
