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
        boolean smooth = settings.integer("antialias", 0) != 0;
        return smooth && mode.equals("nearest") ? "resizes with antialias but does not interpolate" : null;
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
            if (scale < 1 && settings.integer("antialias", 0) != 0) {
                axis.set(i, length, Math.ceil(x - reach(settings, scale)), stretched(settings, x, length, scale));
                continue;
            }
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

    /** How far away elements have a share where the kernel is stretched by the scale, so that none is left out. */
    private static double reach(Attributes settings, double scale) {
        return (settings.text("mode", "").equals("cubic") ? 2 : 1) / scale;
    }

    private static double[] stretched(Attributes settings, double x, int length, double scale) {
        double a = settings.real("cubic_coeff_a", -0.75f);
        boolean cubic = settings.text("mode", "").equals("cubic");
        double first = Math.ceil(x - reach(settings, scale));
        double[] share = new double[(int) (Math.floor(x + reach(settings, scale)) - first) + 1];
        for (int i = 0; i < share.length; i++) {
            double t = Math.abs(first + i - x) * scale;
            share[i] = !cubic ? 1 - t : t <= 1 ? near(a, t) : far(a, t);
        }
        return normalised(settings, share, first, length, true);
    }

    /** Shares of the four elements around (Keys, 1981); where elements outside are excluded, the others make up for them. */
    private static double[] cubic(Attributes settings, double x, int length) {
        double a = settings.real("cubic_coeff_a", -0.75f);
        double t = x - Math.floor(x);
        double[] share = {far(a, t + 1), near(a, t), near(a, 1 - t), far(a, 2 - t)};
        return normalised(settings, share, Math.floor(x) - 1, length, false);
    }

    /** @param always whether shares are to make up one even where nothing is excluded */
    private static double[] normalised(Attributes settings, double[] share, double first, int length, boolean always) {
        boolean excludes = settings.integer("exclude_outside", 0) != 0;
        if (!excludes && !always) {
            return share;
        }
        for (int i = 0; excludes && i < share.length; i++) {
            double place = first + i;
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
