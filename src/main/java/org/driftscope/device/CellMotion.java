package org.driftscope.device;

import java.util.stream.IntStream;

/**
 * Where cells of one target are on average, and how they spread, as a sum over their normal numbers; writing and clipping
 * included.
 *
 * @param shiftUs mean minus target, µS
 * @param sigmaUs standard deviation, µS
 */
public record CellMotion(double shiftUs, double sigmaUs) {
    /** Beyond that a normal distribution has a millionth. */
    private static final double REACH = 5;

    private static final int STEPS = 20;
    private static final double[] NORMALS = IntStream.rangeClosed(0, STEPS)
            .mapToDouble(i -> REACH * (2.0 * i / STEPS - 1))
            .toArray();
    private static final double[] WEIGHTS = weights();

    private static double[] weights() {
        double[] weights = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> Math.exp(-NORMALS[i] * NORMALS[i] / 2))
                .toArray();
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] / sum)
                .toArray();
    }

    /**
     * Of cells at one moment.
     *
     * @param clips whether they stay in the range; else they stay above 0
     * @param seconds since programming
     */
    public static CellMotion of(
            DriftModel model, ConductanceRange range, boolean clips, double targetUs, double seconds) {
        DriftModel.Moment moment = model.at(range, seconds);
        double mean = 0;
        double square = 0;
        boolean exact = model.writesExactly();
        for (int write = 0; write < (exact ? 1 : NORMALS.length); write++) {
            double written = exact ? targetUs : Math.max(0, model.programmedUs(targetUs, range, NORMALS[write]));
            for (int move = 0; move <= STEPS; move++) {
                double moved = moment.driftedUs(targetUs, written, NORMALS[move]);
                double change = (clips ? range.clamp(moved) : Math.max(0, moved)) - targetUs;
                double weight = WEIGHTS[move] * (exact ? 1 : WEIGHTS[write]);
                mean += weight * change;
                square += weight * change * change;
            }
        }
        return new CellMotion(mean, Math.sqrt(Math.max(0, square - mean * mean)));
    }
}
