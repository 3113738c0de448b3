package org.driftscope.ui.session;

import java.util.List;
import org.driftscope.data.Preprocessing;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that reopens a window as it was.
 *
 * @param model the network
 * @param evaluation images to score with; null where none were open
 * @param calibration images to calibrate with; null where some of the others are set apart
 * @param state settings, ticked layers, points
 * @param statistics files of factory statistics that settings or points name
 * @param selectedLayer name of the layer looked at; "" if none
 * @param preprocessing how the images are prepared; null in sessions of older versions, which went by what images suggest
 */
public record Session(
        FileReference model,
        @Nullable FileReference evaluation,
        @Nullable FileReference calibration,
        List<FileReference> statistics,
        ExplorerState state,
        String selectedLayer,
        @Nullable Preprocessing preprocessing) {
    public Session {
        statistics = List.copyOf(statistics);
    }
}
