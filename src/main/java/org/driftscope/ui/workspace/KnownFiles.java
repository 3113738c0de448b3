package org.driftscope.ui.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.driftscope.ui.state.DataFile;
import org.driftscope.ui.state.PointOrigin;

/** Where files lie that were open in this window, by the sha256 of their content. Thread-safe. */
public final class KnownFiles {
    private final Map<String, Path> bySha256 = new ConcurrentHashMap<>();

    public void add(String sha256, Path file) {
        if (!sha256.isEmpty()) {
            bySha256.put(sha256, file.toAbsolutePath().normalize());
        }
    }

    /** Learns where the files of something that was just made lie. @param opened the files it was made from */
    public void add(PointOrigin origin, OpenRequest opened) {
        Path calibration = opened.calibration();
        add(origin.model().sha256(), opened.model());
        add(origin.images().sha256(), opened.scored());
        add(origin.calibrationImages().sha256(), calibration == null ? opened.scored() : calibration);
        opened.statistics().forEach(known -> add(known.sha256(), known.file()));
    }

    /** Its path where it is known, else its name. */
    String place(DataFile file) {
        Path path = bySha256.get(file.sha256());
        return path == null ? file.name() : path.toString();
    }
}
