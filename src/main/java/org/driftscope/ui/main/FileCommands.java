package org.driftscope.ui.main;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.ExperimentSaver;
import org.driftscope.ui.files.FileChoices;
import org.driftscope.ui.files.NetworkSaver;
import org.driftscope.ui.files.Opening;
import org.driftscope.ui.files.SessionCommands;

/** What a user can ask for that opens or saves files. */
final class FileCommands {
    final Command openModel;
    final Command openImages;
    final Command openImageFolder;
    final Command openCalibration;
    final Command openSample;
    final Command openSession;
    final Command openExperiment;
    final Command save;
    final Command saveAs;
    final Command saveExperiment;
    final Command copyExperiment;
    final Command exportNetwork;

    FileCommands(
            ExplorerViewModel explorer,
            Opening opening,
            SessionCommands sessions,
            FileChoices choices,
            ExperimentSaver experiments,
            NetworkSaver networks) {
        var idle = explorer.workspaceProperty().map(open -> false).orElse(true);
        openModel = Command.of(
                "open-model", "Open model", "Open a network (ONNX)", List.of("Shortcut+O"), () -> choices.model()
                        .ifPresent(opening::openModel));
        openImages = Command.of(
                "open-images", "Open images", "Open images to score with", List.of("Shortcut+I"), () -> choices.images(
                                "Open images")
                        .ifPresent(opening::openImages));
        openImageFolder = Command.of(
                "open-folder",
                "Open folder of images…",
                "Open a folder of images, one folder a class",
                List.of(),
                () -> choices.imageFolder().ifPresent(opening::openImages));
        openCalibration = Command.of(
                "open-calibration",
                "Open calibration images…",
                "Open other images to calibrate with",
                List.of(),
                () -> choices.images("Open calibration images").ifPresent(opening::openCalibrationImages));
        openSample =
                Command.of("open-sample", "Bundled sample", "Open the bundled sample", List.of(), opening::openSample);
        openSession = Command.of(
                "open-session",
                "Open session…",
                "Open a saved session",
                List.of("Shortcut+Shift+O"),
                () -> choices.session().ifPresent(opening::openSession));
        openExperiment = Command.of(
                "open-experiment",
                "Open experiment…",
                "Take the settings of an experiment file, or run it as a study where it holds a grid",
                List.of(),
                () -> choices.experiment().ifPresent(opening::openExperiment));
        save = Command.of("save-session", "Save session", "Save the session", List.of("Shortcut+S"), sessions::save);
        saveAs = Command.of(
                "save-session-as",
                "Save session as…",
                "Save the session to another file",
                List.of("Shortcut+Shift+S"),
                sessions::saveAs);
        saveExperiment = Command.of(
                        "save-experiment",
                        "Save as experiment…",
                        "Save these settings for driftscope run",
                        List.of(),
                        () -> choices.saveExperiment().ifPresent(experiments::save))
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        copyExperiment = Command.of(
                        "copy-experiment",
                        "Copy as experiment",
                        "Copy these settings as an experiment for driftscope run",
                        List.of("Shortcut+Shift+E"),
                        experiments::copy)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        exportNetwork = Command.of(
                        "export-network",
                        "Export network…",
                        "Write the network as it is shown, calibrated or drifted, as an ONNX file",
                        List.of(),
                        () -> choices.saveNetwork().ifPresent(networks::save))
                .disabledWhen(idle, Command.NEEDS_NETWORK);
    }

    /** Those with keys, and the others. */
    Stream<Command> all() {
        return Stream.of(
                openModel,
                openImages,
                openImageFolder,
                openCalibration,
                openSample,
                openSession,
                openExperiment,
                save,
                saveAs,
                saveExperiment,
                copyExperiment,
                exportNetwork);
    }
}
