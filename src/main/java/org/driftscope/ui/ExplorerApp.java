package org.driftscope.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.driftscope.experiment.Provenance;
import org.driftscope.ui.main.Explorer;
import org.driftscope.ui.session.PreferencesFile;
import org.driftscope.ui.session.UserFolders;
import org.driftscope.ui.theme.AppIcon;
import org.driftscope.ui.workspace.Desktop;

/** The JavaFX application. It starts with the files it is given, else with the bundled sample. */
public final class ExplorerApp extends Application {
    @Override
    public void start(Stage stage) {
        AppIcon.on(stage);
        UserFolders folders = UserFolders.ofThisUser();
        Desktop desktop = Desktop.ofThisUser(stage, folders, folder -> getHostServices()
                .showDocument(folder.toUri().toString()));
        new Explorer(stage, folders, Provenance.buildVersion(), desktop)
                .start(getParameters().getRaw().stream().map(Path::of).toList());
    }

    /** Opens the window and returns when it is closed. @param files to open in it, absolute; none for the sample */
    public static void open(List<Path> files) {
        // loads the classes of logging and JSON on another core while JavaFX starts; the window reads the file again
        Thread ahead =
                new Thread(() -> new PreferencesFile(UserFolders.ofThisUser().config()).read(), "ahead");
        ahead.setDaemon(true);
        ahead.start();
        Application.launch(ExplorerApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }
}
