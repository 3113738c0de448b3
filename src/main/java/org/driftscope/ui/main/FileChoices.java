package org.driftscope.ui.main;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.driftscope.ui.session.SessionFiles;
import org.jspecify.annotations.Nullable;

/** The system's choosers, which start where the last one ended. */
final class FileChoices {
    private final Window owner;
    private @Nullable File folder;

    FileChoices(Window owner) {
        this.owner = owner;
    }

    Optional<Path> model() {
        return open("Open model", new ExtensionFilter("ONNX models", "*.onnx"));
    }

    Optional<Path> images(String title) {
        return open(title, new ExtensionFilter("Image sets", "*.bin", "*.npz", "*ubyte", "*ubyte.gz", "*.gz", "*.idx"));
    }

    Optional<Path> statistics() {
        return open("Open factory statistics", new ExtensionFilter("Factory statistics", "*.safetensors"));
    }

    Optional<Path> imageFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of images, one folder a class");
        chooser.setInitialDirectory(existing());
        return remember(chooser.showDialog(owner));
    }

    Optional<Path> session() {
        return open("Open session", new ExtensionFilter("Driftscope sessions", "*" + SessionFiles.EXTENSION));
    }

    Optional<Path> saveSession() {
        return save("Save session", "session", SessionFiles.EXTENSION, "Driftscope sessions");
    }

    Optional<Path> saveExperiment() {
        return save("Save as experiment", "experiment", ".yaml", "Experiments for driftscope run");
    }

    Optional<Path> experiment() {
        return open("Open experiment", new ExtensionFilter("Experiment files", "*.yaml", "*.yml"));
    }

    Optional<Path> studyFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for the study's figures and tables");
        chooser.setInitialDirectory(existing());
        return remember(chooser.showDialog(owner));
    }

    private Optional<Path> save(String title, String suggested, String extension, String kind) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggested + extension);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*" + extension));
        return remember(chooser.showSaveDialog(owner)).map(path -> withExtension(path, extension));
    }

    private static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        return name.endsWith(extension) ? path : path.resolveSibling(name + extension);
    }

    private Optional<Path> open(String title, ExtensionFilter filter) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters().addAll(filter, new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        return chooser;
    }

    private @Nullable File existing() {
        return folder != null && folder.isDirectory() ? folder : null;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
