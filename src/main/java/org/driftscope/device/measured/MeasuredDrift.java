package org.driftscope.device.measured;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;

/**
 * Cells that move as measured ones did: {@code g(t) = g + shift(g, t) + sigma(g, t) z}, from a {@link DriftTable}. An age
 * above 0 but below the first that was measured counts as that one; beyond the last one nothing moves. Where the device has
 * {@link ReplayedPaths}, a cell takes one of them instead.
 */
public final class MeasuredDrift extends DeviceOfFile {
    private final MeasuredDevice device;
    private final String sha256;
    private final String text;

    /**
     * @param sha256 of the device's file
     * @param place the file's path as it was opened
     * @param text what the file holds, so that sessions can carry it
     */
    public MeasuredDrift(MeasuredDevice device, String sha256, String place, String text) {
        super(device.name(), sha256, place);
        this.device = device;
        this.sha256 = sha256;
        this.text = text;
    }

    @Override
    public String source() {
        return device.source();
    }

    public MeasuredDevice device() {
        return device;
    }

    /** What the device's file holds. */
    public String text() {
        return text;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        if (device.isReplayed()) {
            return replayed(seconds);
        }
        DriftTable.Slice slice = device.table().at(seconds);
        return (target, programmed, normal) -> slice.movedUs(programmed, normal);
    }

    @Override
    public double knownFrom() {
        return DoubleStream.of(device.table().seconds())
                .filter(seconds -> seconds > 0)
                .findFirst()
                .orElse(0);
    }

    private Moment replayed(double seconds) {
        ReplayedPaths paths = device.paths();
        double[] changes = TimePlace.of(device.table().seconds(), seconds).of(paths.changesUs());
        return (target, programmed, normal) -> programmed + changes[paths.of(programmed, normal)];
    }

    /** The same cells as they were fitted, for figures of means and spreads. */
    public MeasuredDrift fitted() {
        return new MeasuredDrift(device.fitted(), sha256, place(), text);
    }

    @Override
    public Optional<DeviceKind> ownKind() {
        return Optional.of(new DeviceKind(
                this,
                device.name() + (device.isReplayed() ? " (replayed)" : " (measured)"),
                device.name(),
                device.about().isEmpty() ? "Measured cells of one's own." : device.about(),
                device.range(),
                device.clips(),
                device.table().lastSeconds()));
    }
}
