package org.driftscope.experiment.spec;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitEffects;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/**
 * How the weights are put on hardware and how they drift.
 *
 * @param crossbar mapping, conductance range, tiles
 * @param drift drift model with its settings
 * @param secondsSinceProgramming time, s, 0 or more; models without time ignore it
 * @param seed which chip of its kind
 * @param perLayer in what some layers differ from all this
 */
@RecordBuilder
public record ChipSpec(
        CrossbarSpec crossbar, DriftModel drift, double secondsSinceProgramming, long seed, PerLayer perLayer)
        implements ChipSpecBuilder.With {
    public ChipSpec {
        Age.require(secondsSinceProgramming);
    }

    /** A chip whose layers are all alike. */
    public ChipSpec(CrossbarSpec crossbar, DriftModel drift, double secondsSinceProgramming, long seed) {
        this(crossbar, drift, secondsSinceProgramming, seed, PerLayer.none());
    }

    /** The defaults of {@link CrossbarSpec} with relative-Gaussian drift. */
    public static ChipSpec of(double relativeDrift, long seed) {
        return new ChipSpec(CrossbarSpec.defaults(), new RelativeGaussianDrift(relativeDrift), 0, seed);
    }

    /** The same chip at another age. @param seconds since programming */
    public ChipSpec withAge(double seconds) {
        return withSecondsSinceProgramming(seconds);
    }

    /** A device with the range it was measured in; what its drift is set to stays where the device does. */
    public ChipSpec withDevice(DeviceKind kind) {
        if (kind.id().equals(drift.id())) {
            return this;
        }
        CrossbarSpec fitting = kind.range() == null ? crossbar : crossbar.withRange(kind.range());
        return withCrossbar(fitting.withClipToRange(kind.clips())).withDrift(kind.model());
    }

    /** Whether a strength that people set says how much the cells drift; else their device does. */
    public boolean driftIsSet() {
        return drift instanceof RelativeGaussianDrift;
    }

    /** Relative drift, a fraction; 0 where the device has no such setting. */
    public double relativeDrift() {
        return drift instanceof RelativeGaussianDrift gaussian ? gaussian.relativeDrift() : 0;
    }

    /**
     * Whether the outputs see other conductances than were asked for; a device that ages has moved a little even at once.
     */
    public boolean drifts() {
        return kinds().stream()
                .anyMatch(kind -> kind.deviceMoves()
                        || kind.crossbar.programmingError().amount() > 0
                        || kind.crossbar.circuit().acts());
    }

    /** Whether its device makes cells other than asked for, layers that differ aside: by drift or as it writes. */
    public boolean deviceMoves() {
        return drift.ages()
                || drift.isMeasuredCellByCell()
                || relativeDrift() > 0
                || !drift.writesExactly() && crossbar.programmingError().amount() == 0;
    }

    /** What to know where cells are outside of what was measured, sentences; layers that differ aside. */
    public List<String> outside() {
        return Stream.of(
                        DeviceKinds.of(drift).outside(crossbar.range(), secondsSinceProgramming),
                        crossbar.programmingError().outside(crossbar.range()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What one layer is made as: these settings, or its own where it differs. */
    public ChipSpec ofLayer(String layer, Network network) {
        return perLayer.of(withPerLayer(PerLayer.none()), layer, network);
    }

    /** How a layer's weights are put on hardware. */
    public CrossbarSpec crossbarOf(AnalogLayer layer, Network network) {
        return ofLayer(layer.name(), network).crossbar();
    }

    /**
     * The layers that sit on its crossbars, of some that are meant to.
     *
     * @throws org.driftscope.support.SpecException if a network lacks layers that are named
     */
    public List<String> onCrossbars(List<String> layers, Network network) {
        perLayer.requireIn(network);
        return layers.stream()
                .filter(layer -> !perLayer.isDigital(layer, network))
                .toList();
    }

    /** What layers are made as: these settings, then those of the layers that differ. */
    public List<ChipSpec> kinds() {
        ChipSpec common = withPerLayer(PerLayer.none());
        return Stream.concat(Stream.of(common), perLayer.kinds(common).stream()).toList();
    }

    /** Whether any layer's cells age. */
    public boolean ages() {
        return kinds().stream().anyMatch(kind -> kind.drift.ages());
    }

    /** Whether any layer's tiles have converters. */
    public boolean hasConverters() {
        return kinds().stream().anyMatch(kind -> kind.crossbar.circuit().hasConverters());
    }

    /** Whether reading the same chip again gives other outputs. */
    public boolean hasReadNoise() {
        return kinds().stream().anyMatch(kind -> CircuitEffects.READ_NOISE.acts(kind.crossbar.circuit()));
    }

    /** One line that names every setting but the seed; equal lines mean the same kind of chip. For saved files. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "mapping=%s gMinUs=%s gMaxUs=%s scale=%s clipPercentile=%s levels=%d tile=%dx%d "
                        + "programmingError=%s/%s clipToRange=%s%s drift=%s seconds=%s%s",
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
                secondsSinceProgramming,
                perLayer.isEmpty() ? "" : " perLayer=" + perLayer.texts());
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
