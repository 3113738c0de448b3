package org.driftscope.ui.control.prompt;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's choosers, which start in the folder that was used last. */
public final class SystemFilePrompt implements FilePrompt {
    private static final String FOLDER = "folder";

    private final Window owner;
    private final Choices choices;

    /**
     * @param owner the window they belong to where no other is in front
     * @param choices where the last folder is kept
     */
    public SystemFilePrompt(Window owner, Choices choices) {
        this.owner = owner;
        this.choices = choices;
    }

    @Override
    public Optional<Path> open(String title, String kind, List<String> patterns) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter(kind, patterns), new ExtensionFilter("All files", "*"));
        return remembered(ChooserOwner.<@Nullable File>ask(title, owner, chooser::showOpenDialog));
    }

    @Override
    public Optional<Path> save(String title, String suggested, String kind) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggested);
        String ending = suggested.substring(suggested.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*" + ending));
        return remembered(ChooserOwner.<@Nullable File>ask(title, owner, chooser::showSaveDialog))
                .map(path -> ended(path, ending));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder());
        return remembered(ChooserOwner.<@Nullable File>ask(title, owner, chooser::showDialog));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder());
        return chooser;
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
            choices.put(Map.of(FOLDER, folder.getPath()));
        }
        return Optional.of(file.toPath());
    }

    private @Nullable File lastFolder() {
        File folder = new File(choices.get(FOLDER, System.getProperty("user.home")));
        return folder.isDirectory() ? folder : null;
    }
}
