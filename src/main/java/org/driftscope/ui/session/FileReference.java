package org.driftscope.ui.session;

import java.nio.file.Path;

/**
 * A file that a session refers to.
 *
 * @param path where it was
 * @param sha256 of its content then, hex; "" if not known
 */
public record FileReference(Path path, String sha256) {
    /** A path as a session in that folder writes it. */
    static String written(Path path, Path folder) {
        Path whole = path.toAbsolutePath().normalize();
        Path written = whole.startsWith(folder) ? folder.relativize(whole) : whole;
        return written.toString().replace('\\', '/');
    }
}
