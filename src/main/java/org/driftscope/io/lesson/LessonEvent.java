package org.driftscope.io.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something that is done in the window and is no setting. */
public enum LessonEvent {
    /** Another layer was chosen since the step began. */
    LAYER,
    /** A cell was read since the step began. */
    CELL,
    /** The accuracy of the chip that is set is known. */
    SCORED,
    /** A calibration with the settings that are set is at hand. */
    CALIBRATED,
    /** Three ranks or more were calibrated on the chip that is set. */
    SWEPT;

    /** Its name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LessonEvent::id).toList();
    }
}
