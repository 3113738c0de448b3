package org.driftscope.experiment;

import java.util.Locale;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DriftModel;
import org.driftscope.device.RelativeGaussianDrift;

/**
 * How the weights are put on hardware and how they drift.
 *
 * @param crossbar mapping, conductance range, tiles
 * @param drift drift model with its settings
 * @param secondsSinceProgramming time, s, 0 or more; models without time ignore it
 * @param seed which chip of its kind
 */
public record ChipSpec(CrossbarSpec crossbar, DriftModel drift, double secondsSinceProgramming, long seed) {
    public ChipSpec {
        Age.require(secondsSinceProgramming);
    }

    /** The defaults of {@link CrossbarSpec} with relative-Gaussian drift. */
    public static ChipSpec of(double relativeDrift, long seed) {
        return new ChipSpec(CrossbarSpec.defaults(), new RelativeGaussianDrift(relativeDrift), 0, seed);
    }

    public ChipSpec withSeed(long newSeed) {
        return new ChipSpec(crossbar, drift, secondsSinceProgramming, newSeed);
    }

    public ChipSpec withDrift(DriftModel newDrift) {
        return new ChipSpec(crossbar, newDrift, secondsSinceProgramming, seed);
    }

    /** The same chip at another age. @param seconds since programming */
    public ChipSpec withAge(double seconds) {
        return new ChipSpec(crossbar, drift, seconds, seed);
    }

    /** A device with the range it was measured in; what its drift is set to stays where the device does. */
    public ChipSpec withDevice(DeviceKind kind) {
        if (kind.id().equals(drift.id())) {
            return this;
        }
        CrossbarSpec fitting = kind.range() == null ? crossbar : crossbar.withRange(kind.range());
        return new ChipSpec(fitting.withClipToRange(kind.clips()), kind.model(), secondsSinceProgramming, seed);
    }

    /** Relative drift, a fraction; 0 where the device has no such setting. */
    public double relativeDrift() {
        return drift instanceof RelativeGaussianDrift gaussian ? gaussian.relativeDrift() : 0;
    }

    /**
     * Whether the outputs see other conductances than were asked for; a device that ages has moved a little even at once.
     */
    public boolean drifts() {
        return drift.ages()
                || drift.isMeasuredCellByCell()
                || relativeDrift() > 0
                || crossbar.circuit().acts();
    }

    public ChipSpec withCrossbar(CrossbarSpec newCrossbar) {
        return new ChipSpec(newCrossbar, drift, secondsSinceProgramming, seed);
    }

    /** One line that names every setting but the seed; equal lines mean the same kind of chip. For saved files. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "mapping=%s gMinUs=%s gMaxUs=%s scale=%s clipPercentile=%s levels=%d tile=%dx%d "
                        + "programmingError=%s/%s clipToRange=%s%s drift=%s seconds=%s",
                crossbar.mapping().id(),
                crossbar.range().gMinUs(),
                crossbar.range().gMaxUs(),
                crossbar.scale().name().toLowerCase(Locale.ROOT),
                crossbar.clipPercentile(),
                crossbar.levels(),
                crossbar.tileRows(),
                crossbar.tileCols(),
                crossbar.programmingError().amount(),
                crossbar.programmingError().relativeTo().name().toLowerCase(Locale.ROOT),
                crossbar.clipToRange(),
                circuit(),
                drift.describe(),
                secondsSinceProgramming);
    }

    /** Nothing of an ideal circuit, so that lines of files from before there were others stay what they were. */
    private String circuit() {
        StringBuilder words = new StringBuilder();
        crossbar.circuit()
                .forEach((setting, value) ->
                        words.append(' ').append(setting.id()).append('=').append(value));
        return words.toString();
    }
}
