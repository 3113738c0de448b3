package org.driftscope.network.op.shape;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What a Resize makes each place along one axis of: a sum of elements before, each with its share.
 *
 * @param sources elements that each place is made of
 * @param shares of those elements
 */
public record ResizeAxis(int[][] sources, double[][] shares) {
    private static final List<String> MODES = List.of("nearest", "linear", "bilinear", "cubic");
    private static final List<String> COORDINATES =
            List.of("asymmetric", "align_corners", "half_pixel", "half_pixel_symmetric", "pytorch_half_pixel");

    /** Why a node's settings are not supported, or null where they are. */
    public static @Nullable String problem(Attributes settings) {
        String mode = settings.text("mode", "nearest");
        String coordinates = settings.text("coordinate_transformation_mode", "asymmetric");
        if (!MODES.contains(mode)) {
            return "resizes in the mode " + mode + ", which is not supported";
        }
        if (!COORDINATES.contains(coordinates)) {
            return "places coordinates by " + coordinates + ", which is not supported";
        }
        return settings.integer("antialias", 0) == 0 ? null : "resizes with antialias, which is not supported";
    }

    /**
     * Places coordinates as the node says.
     *
     * @param length elements before
     * @param longer elements after
     * @param scale after over before, as the coordinates are worked out with
     */
    public static ResizeAxis of(Attributes settings, int opset, int length, int longer, double scale) {
        ResizeAxis axis = new ResizeAxis(new int[longer][], new double[longer][]);
        boolean old = opset < 11;
        for (int i = 0; i < longer; i++) {
            double x = coordinate(i, settings, old, length, longer, scale);
            switch (settings.text("mode", "nearest")) {
                case "nearest" -> axis.set(i, length, nearest(settings, old, x), 1);
                case "cubic" -> axis.set(i, length, Math.floor(x) - 1, cubic(settings, x, length));
                default -> axis.set(i, length, Math.floor(x), 1 - (x - Math.floor(x)), x - Math.floor(x));
            }
        }
        return axis;
    }

    /** Elements beyond the ends are those at the ends. */
    private void set(int place, int length, double from, double... share) {
        shares[place] = share;
        sources[place] = new int[share.length];
        for (int i = 0; i < share.length; i++) {
            sources[place][i] = (int) Math.max(0, Math.min(length - 1, from + i));
        }
    }

    private static double coordinate(int at, Attributes settings, boolean old, int length, int longer, double scale) {
        double halfPixel = (at + 0.5) / scale - 0.5;
        return switch (settings.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel")) {
            case "asymmetric" -> at / scale;
            case "align_corners" -> longer == 1 ? 0 : at * (length - 1.0) / (longer - 1);
            case "pytorch_half_pixel" -> longer > 1 ? halfPixel : 0;
            case "half_pixel_symmetric" -> halfPixel + length / 2.0 * (1 - longer / (scale * length));
            default -> halfPixel;
        };
    }

    private static double nearest(Attributes settings, boolean old, double x) {
        return switch (settings.text("nearest_mode", old ? "floor" : "round_prefer_floor")) {
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "round_prefer_ceil" -> Math.floor(x + 0.5);
            default -> Math.ceil(x - 0.5);
        };
    }

    /** Shares of the four elements around (Keys, 1981); where elements outside are excluded, the others make up for them. */
    private static double[] cubic(Attributes settings, double x, int length) {
        double a = settings.real("cubic_coeff_a", -0.75f);
        double t = x - Math.floor(x);
        double[] share = {far(a, t + 1), near(a, t), near(a, 1 - t), far(a, 2 - t)};
        if (settings.integer("exclude_outside", 0) == 0) {
            return share;
        }
        for (int i = 0; i < share.length; i++) {
            double place = Math.floor(x) - 1 + i;
            share[i] = place < 0 || place > length - 1 ? 0 : share[i];
        }
        double sum = Arrays.stream(share).sum();
        return Arrays.stream(share).map(one -> one / sum).toArray();
    }

    private static double near(double a, double t) {
        return ((a + 2) * t - (a + 3)) * t * t + 1;
    }

    private static double far(double a, double t) {
        return ((t - 5) * t + 8) * t * a - 4 * a;
    }
}
