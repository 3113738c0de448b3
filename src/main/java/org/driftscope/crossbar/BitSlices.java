package org.driftscope.crossbar;

import java.util.Optional;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;

/**
 * A weight in digits, each on cells of its own. With {@code S} slices of {@code b} bits the normalised weight x is the whole number
 * {@code m = round(|x| (2^(S b) - 1))} with a sign, or {@code round((x + 1)/2 (2^(S b) - 1))} where one cell is read against a
 * reference; digit {@code d} of it is held as the normalised weight {@code d / (2^b - 1)} and counts {@code 2^(b place)} times:
 * {@code x = sum of factor(s) digit(x, s)}. As in ISAAC, Shafiee et al. 2016, ISCA, and CrossSim.
 *
 * @param count of slices, the most significant first
 * @param bits of each
 * @param signed whether digits have the weight's sign: pairs of cells
 * @param scale what shares one w_max
 * @param clipPercentile of |w|, as the crossbar's
 */
public record BitSlices(int count, int bits, boolean signed, ScaleScope scale, double clipPercentile) {
    /** Those of a crossbar; empty where a weight is held whole. */
    public static Optional<BitSlices> of(CrossbarSpec spec) {
        CircuitSpec circuit = spec.circuit();
        return circuit.isOn(CircuitSettings.SLICES)
                ? Optional.of(new BitSlices(
                        (int) circuit.get(CircuitSettings.SLICES),
                        circuit.sliceBits(),
                        !spec.mapping().sharesReference(),
                        spec.scale(),
                        spec.clipPercentile()))
                : Optional.empty();
    }

    private double most() {
        return Math.pow(2, bits * count) - 1;
    }

    private int place(int slice) {
        return bits * (count - 1 - slice);
    }

    /** A digit of a normalised weight, as the normalised weight that its cells hold. @param slice 0 for the most significant */
    double digit(double x, int slice) {
        long whole = (long) Math.rint((signed ? Math.abs(x) : (x + 1) / 2) * most());
        int base = 1 << bits;
        double share = (whole >> place(slice) & base - 1) / (base - 1.0);
        return signed ? Math.signum(x) * share : 2 * share - 1;
    }

    /** What a slice's own weights count in the sum of all; together 1. */
    double factor(int slice) {
        return Math.pow(2, place(slice)) * ((1 << bits) - 1) / most();
    }

    /** Root of the sum of squares of all factors: what independent errors of the slices add up to. */
    double spread() {
        double squares = 0;
        for (int slice = 0; slice < count; slice++) {
            squares += factor(slice) * factor(slice);
        }
        return Math.sqrt(squares);
    }

    /** The weights that one slice is programmed with, in the weights' unit, before its factor; a new array. */
    public WeightMatrix digits(WeightMatrix weights, int slice) {
        ScaleFactors factors = ScaleFactors.of(weights, scale, clipPercentile);
        float[] digits = new float[weights.values().length];
        for (int i = 0; i < digits.length; i++) {
            int col = i % weights.cols();
            digits[i] = (float) (factors.wMax()[col] * digit(factors.normalise(weights.values()[i], col), slice));
        }
        return new WeightMatrix(weights.rows(), weights.cols(), digits);
    }
}
