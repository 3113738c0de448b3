package org.driftscope.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.driftscope.ui.control.prompt.FilePrompt;

/** Answers the window's questions for files: new ones go into a folder, others are what the test prepared. */
final class PreparedAnswers implements FilePrompt {
    private final Path folder;
    private Path next;

    PreparedAnswers(Path folder) {
        this.folder = folder;
        this.next = folder;
    }

    /** What is chosen from now on, where something is to be opened. */
    void choose(Path file) {
        next = file;
    }

    @Override
    public Optional<Path> open(String title, String kind, List<String> patterns) {
        return Optional.of(next);
    }

    @Override
    public Optional<Path> save(String title, String suggested, String kind) {
        return Optional.of(folder.resolve(suggested));
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.of(next);
    }
}
