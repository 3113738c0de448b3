package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.driftscope.ui.control.prompt.FilePrompt;
import org.driftscope.ui.session.SessionFiles;

/** The files the window asks for, each with its words. */
public final class FileChoices {
    private static final List<String> IMAGE_SETS = List.of("*.bin", "*.npz", "*ubyte", "*ubyte.gz", "*.gz", "*.idx");

    private static final List<String> DEVICES =
            List.of("*.yaml", "*.yml", "*.npz", "*.csv", "*.tsv", "*.csv.gz", "*.tsv.gz");

    private final FilePrompt prompt;

    public FileChoices(FilePrompt prompt) {
        this.prompt = prompt;
    }

    public Optional<Path> model() {
        return prompt.open("Open model", "ONNX models", List.of("*.onnx"));
    }

    public Optional<Path> images(String title) {
        return prompt.open(title, "Image sets", IMAGE_SETS);
    }

    public Optional<Path> statistics() {
        return prompt.open("Open factory statistics", "Factory statistics", List.of("*.safetensors"));
    }

    public Optional<Path> device() {
        return prompt.open(
                "Open device, measured chip or measurements", "Devices, chips and tables of measurements", DEVICES);
    }

    public Optional<Path> measuredChip() {
        return prompt.open("Where the measured chip is now", "Measured chips", List.of("*.npz"));
    }

    public Optional<Path> imageFolder() {
        return prompt.folder("Open a folder of images, one folder a class");
    }

    public Optional<Path> session() {
        return prompt.open("Open session", "Driftscope sessions", List.of("*" + SessionFiles.EXTENSION));
    }

    Optional<Path> saveSession() {
        return withEnding(SessionFiles.EXTENSION, "Save session", "session", "Driftscope sessions");
    }

    /** @param name of the device */
    public Optional<Path> saveDevice(String name) {
        return withEnding(".yaml", "Keep the device that was fitted", name, "Device files");
    }

    public Optional<Path> saveExperiment() {
        return withEnding(".yaml", "Save as experiment", "experiment", "Experiments for driftscope run");
    }

    public Optional<Path> saveNetwork() {
        return withEnding(".onnx", "Export network", "network", "ONNX models");
    }

    public Optional<Path> experiment() {
        return prompt.open("Open experiment", "Experiment files", List.of("*.yaml", "*.yml"));
    }

    public Optional<Path> lesson() {
        return prompt.open("Open lesson", "Lessons", List.of("*.yaml", "*.yml"));
    }

    public Optional<Path> saveWorksheet() {
        return withEnding(".html", "Save worksheet", "worksheet", "Web pages");
    }

    Optional<Path> studyFolder() {
        return prompt.folder("Folder for the study's figures and tables");
    }

    /** A session under another ending could not be told from other files when it is dropped on the window. */
    private Optional<Path> withEnding(String ending, String title, String name, String kind) {
        return prompt.save(title, name + ending, kind).map(path -> {
            String chosen = path.getFileName().toString();
            return chosen.endsWith(ending) ? path : path.resolveSibling(chosen + ending);
        });
    }
}
