package org.driftscope.device;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
        DoubleUnaryOperator above = gUs -> Math.max(0, gUs);
        DoubleUnaryOperator clip = clips ? range::clamp : above;
        for (Part written : model.writesExactly()
                ? List.of(new Part(targetUs, 1))
                : parts(model.relaxes() ? clip : above, normal -> model.programmedUs(targetUs, range, normal))) {
            for (Part relaxed : model.relaxes()
                    ? parts(clip, normal -> model.relaxedUs(written.gUs, range, normal))
                    : List.of(new Part(written.gUs, 1))) {
                for (Part moved : parts(clip, normal -> moment.driftedUs(targetUs, relaxed.gUs, normal))) {
                    double change = moved.gUs - targetUs;
                    double share = written.share * relaxed.share * moved.share;
                    mean += share * change;
                    square += share * change * change;
                }
            }
        }
        return new CellMotion(mean, Math.sqrt(Math.max(0, square - mean * mean)));
    }

    /** Cells of one conductance, as a share of all. */
    private record Part(double gUs, double share) {}

    private static List<Part> parts(DoubleUnaryOperator clip, DoubleUnaryOperator ofNormal) {
        return IntStream.range(0, NORMALS.length)
                .mapToObj(i -> new Part(clip.applyAsDouble(ofNormal.applyAsDouble(NORMALS[i])), WEIGHTS[i]))
                .toList();
    }
}
