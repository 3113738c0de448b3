package org.driftscope.device;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * How one cell's conductance is written and how it moves afterwards. Every cell has standard normal numbers for life, one for
 * writing, one for drift and one for relaxation where there is such, so that it ages along one consistent curve: nothing is
 * drawn anew when time goes on.
 */
public interface DriftModel {
    /** A stable name for files and the command line, e.g. "pcm". */
    String id();

    /** Author, year and venue of the formula. */
    String source();

    /** One line that names the model and its settings; equal lines mean equal drift. Kept for ever: saved files hold it. */
    default String describe() {
        return id();
    }

    /** Numbers that people may set, with the values they have; empty where there are none. */
    default Map<DriftParameter, Double> parameters() {
        return Map.of();
    }

    /**
     * The model with another value of one of its {@link #parameters}.
     *
     * @param value in the parameter's range
     */
    default DriftModel with(DriftParameter parameter, double value) {
        throw new IllegalArgumentException(id() + " has no " + parameter.id());
    }

    /** Whether time matters, as it does to every measured device. */
    default boolean ages() {
        return true;
    }

    /** Whether it is one chip whose cells were read one by one. */
    default boolean isMeasuredCellByCell() {
        return false;
    }

    /** The cells of a layer as they were read; empty where they follow from those that were written. */
    default Optional<MeasuredCells> cells(String layer) {
        return Optional.empty();
    }

    /**
     * Refuses a network or settings that its measured cells are not of.
     *
     * @param model sha256 of the network's file; "" where it is of none
     * @param layers names of all layers of the network
     * @param description of the chip's settings, {@code name=value} with spaces between
     * @throws org.driftscope.support.DataFormatException in a sentence with the file
     */
    default void requireFits(String model, Collection<String> layers, String description) {}

    /** What it is as a device, where that comes with it from a file; empty where {@link DeviceKinds} lists it. */
    default Optional<DeviceKind> ownKind() {
        return Optional.empty();
    }

    /** Seconds from which on it was measured; what is earlier, but for the beginning itself, counts as that. */
    default double knownFrom() {
        return 0;
    }

    /** Whether writing is exact, so that {@link #programmedUs} gives back its target. */
    default boolean writesExactly() {
        return true;
    }

    /**
     * The conductance right after writing, not yet clipped.
     *
     * @param gTargetUs the one that was asked for, µS
     * @param range of the cells
     * @param cellNormal the cell's own standard normal number for writing
     * @return µS; may be negative, the caller clips
     */
    default double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        return gTargetUs;
    }

    /**
     * Whether there is a stage between writing and drift, {@link #relaxedUs}, by a third normal number of each cell. Where cells
     * stay in their range they then do so after writing too.
     */
    default boolean relaxes() {
        return false;
    }

    /**
     * The conductance after relaxation, from which drift starts; not yet clipped.
     *
     * @param gProgrammedUs the one that was written, µS, at least 0
     * @param range of the cells
     * @param cellNormal the cell's own standard normal number for relaxation
     * @return µS; may be negative, the caller clips
     */
    default double relaxedUs(double gProgrammedUs, ConductanceRange range, double cellNormal) {
        return gProgrammedUs;
    }

    /**
     * The drift at one moment.
     *
     * @param range of the cells
     * @param seconds since programming, at least 0; models without time ignore it
     */
    Moment at(ConductanceRange range, double seconds);

    /** Where one cell is at one moment. */
    @FunctionalInterface
    interface Moment {
        /**
         * @param gTargetUs the conductance that was asked for, µS
         * @param gProgrammedUs the one that was written, and has relaxed where it does, µS, at least 0
         * @param cellNormal the cell's own standard normal number for drift
         * @return µS; may be negative, the caller clips
         */
        double driftedUs(double gTargetUs, double gProgrammedUs, double cellNormal);
    }
}
