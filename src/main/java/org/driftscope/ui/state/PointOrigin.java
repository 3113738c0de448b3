package org.driftscope.ui.state;

import java.time.Instant;
import java.util.Objects;
import org.driftscope.data.Preprocessing;
import org.jspecify.annotations.Nullable;

/**
 * What a calibration was made from, and by what: all that decides its numbers beside its settings.
 *
 * @param model the network
 * @param analogLayers how many of its layers can sit on crossbars; 0 where it was not recorded
 * @param images those that were scored; how many is in the scores
 * @param calibrationImages those that calibration images are drawn from
 * @param statistics the file of factory statistics that was used; {@link DataFile#NOT_RECORDED} for none as well
 * @param preprocessing how pixels were prepared; null where it was not recorded
 * @param version of Driftscope; "" where it was not recorded
 * @param commit it was built from; "" where it was not recorded
 * @param madeAt when it was finished; null where it was not recorded
 */
public record PointOrigin(
        DataFile model,
        int analogLayers,
        DataFile images,
        DataFile calibrationImages,
        DataFile statistics,
        @Nullable Preprocessing preprocessing,
        String version,
        String commit,
        @Nullable Instant madeAt) {
    /** Of points of older versions. */
    public static final PointOrigin NOT_RECORDED = new PointOrigin(
            DataFile.NOT_RECORDED,
            0,
            DataFile.NOT_RECORDED,
            DataFile.NOT_RECORDED,
            DataFile.NOT_RECORDED,
            null,
            "",
            "",
            null);

    /** Whether both worked on the same network and images, prepared in the same way. Build and time do not matter. */
    public boolean isOfSameDataAs(PointOrigin other) {
        return model.isSameAs(other.model)
                && images.isSameAs(other.images)
                && calibrationImages.isSameAs(other.calibrationImages)
                && Objects.equals(preprocessing, other.preprocessing);
    }
}
