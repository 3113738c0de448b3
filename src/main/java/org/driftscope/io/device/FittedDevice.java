package org.driftscope.io.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.device.measured.DeviceFit;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.ReplayedPaths;
import org.driftscope.io.files.Hashes;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.FileNames;
import org.driftscope.support.IoReason;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;

/** A fit as a device that knows what it was fitted to. */
public final class FittedDevice {
    private FittedDevice() {}

    /**
     * The device.
     *
     * @param measurements file that was fitted to
     * @param about one sentence; "" for what one should know about the fit
     * @param source who measured it; may be empty
     * @param replayed whether cells take whole measured paths
     * @throws DataFormatException if there are no such paths
     */
    public static MeasuredDevice of(
            DeviceFit fit, Path measurements, String name, String about, String source, boolean replayed) {
        if (replayed && fit.paths().count() == 0) {
            throw new DataFormatException(
                    measurements + " has no cell that was measured at every time, so that none can be"
                            + " replayed. Leave --replayed out.");
        }
        return new MeasuredDevice(
                name,
                about.isEmpty() ? String.join(" ", fit.notes()) : about,
                source,
                fit.range(),
                false,
                fit.table(),
                replayed ? fit.paths() : ReplayedPaths.NONE,
                PlainText.of(String.valueOf(measurements.getFileName())) + ", sha256 " + Hashes.sha256(measurements)
                        + ", " + fit.cells() + " cells, " + fit.rows() + " rows");
    }

    /** What a device is called after its file. */
    public static String name(Path file) {
        return FileNames.safe(
                String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.(csv|tsv|txt|npz|ya?ml|gz))+$", ""));
    }

    /** @throws SpecException if a device would take the place of the file that it is made of */
    public static void requireApart(Path from, Path to) {
        try {
            if (Files.exists(from) && Files.exists(to) && Files.isSameFile(from, to)) {
                throw new SpecException("--out", to, "another file than the one that is read");
            }
        } catch (IOException e) {
            throw new DataFormatException(from + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }
}
