package org.driftscope.experiment;

import java.util.List;

/**
 * What has been done for a chip up to its present age.
 *
 * @param times calibrations, the first included; 1 of a chip that is calibrated at its age
 * @param last age at the last of them, s
 * @param gains times that the layers' gains were measured anew
 * @param images that were run on the chip for all that, each as often as it was run
 * @param moments ages at the calibrations where the chip itself decided on them, s; else empty
 * @param agreement share of the check images that got the clean network's answer right after the last calibration; NaN where
 *     nobody looked
 */
public record Service(long times, double last, long gains, long images, List<Double> moments, double agreement) {
    public Service {
        moments = List.copyOf(moments);
    }

    /** Without a look at check images. */
    public static Service unlooked(long times, double last, long gains, long images) {
        return new Service(times, last, gains, images, List.of(), Double.NaN);
    }
}
