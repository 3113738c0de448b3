package org.driftscope.ui.session;

import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that reopens a window as it was.
 *
 * @param model the network
 * @param evaluation images to score with
 * @param calibration images to calibrate with; null where some of the others are set apart
 * @param state settings, ticked layers, points
 * @param selectedLayer name of the layer looked at; "" if none
 */
public record Session(
        FileReference model,
        FileReference evaluation,
        @Nullable FileReference calibration,
        ExplorerState state,
        String selectedLayer) {}
