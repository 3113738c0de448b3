package org.driftscope.device;

/**
 * How one cell's conductance moves after programming.
 *
 * <p>A model is a function of the target conductance, the time since programming and one standard normal number that
 * belongs to the cell for life, so that a cell moves along one consistent curve as time goes on.
 */
public interface DriftModel {
    /** A stable name for files and the command line, e.g. "relative-gaussian". */
    String id();

    /** Author, year and venue of the formula. */
    String source();

    /**
     * The conductance after drift, not yet clipped.
     *
     * @param gTargetUs programmed conductance, µS, at least 0
     * @param secondsSinceProgramming time, s, at least 0; models without time ignore it
     * @param cellNormal the cell's own standard normal number
     * @return conductance, µS; may be negative, the caller clips
     */
    double driftedUs(double gTargetUs, double secondsSinceProgramming, double cellNormal);
}
