package org.driftscope.ui.control.prompt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks where files are or shall be: the system's choosers in the window, prepared answers in tests. */
public interface FilePrompt {
    /**
     * Asks for a file to open.
     *
     * @param title what for
     * @param kind what it is, in words
     * @param patterns names that fit, e.g. "*.onnx"; others can be chosen as well
     * @return empty when the user changed their mind
     */
    Optional<Path> open(String title, String kind, List<String> patterns);

    /**
     * Asks for a file to write.
     *
     * @param title what for
     * @param suggested its name with the ending, which the answer has as well unless it has another
     * @param kind what it is, in words
     * @return empty when the user changed their mind
     */
    Optional<Path> save(String title, String suggested, String kind);

    /** Asks for a folder; empty when the user changed their mind. */
    Optional<Path> folder(String title);
}
