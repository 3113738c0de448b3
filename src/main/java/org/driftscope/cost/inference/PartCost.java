package org.driftscope.cost.inference;

/**
 * What a part of an inference takes.
 *
 * @param energyJoules of one inference
 * @param seconds of one inference, of what cannot run beside the rest
 * @param squareMicrometres of the circuits
 */
public record PartCost(double energyJoules, double seconds, double squareMicrometres) {
    static final PartCost NOTHING = new PartCost(0, 0, 0);

    PartCost plus(PartCost other) {
        return new PartCost(
                energyJoules + other.energyJoules,
                seconds + other.seconds,
                squareMicrometres + other.squareMicrometres);
    }
}
