package org.driftscope.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where to save; the file chooser in the window, a fixed place in tests. */
public interface TargetChooser {
    /**
     * Asks for one file.
     *
     * @param suggested file name with its ending
     * @param kind what it is, e.g. "SVG"
     * @return empty when the user changed their mind
     */
    Optional<Path> file(String suggested, String kind);

    /** Asks for the folder of several files; empty when the user changed their mind. */
    Optional<Path> folder();
}
