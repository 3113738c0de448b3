package org.driftscope.figure.chart;

/** Difference of two colours as seen. Source: CIE 142-2001; notation of G. Sharma et al., Color Res. Appl. 30 (2005) 21. */
final class Ciede2000 {
    private Ciede2000() {}

    /** @param one L*, a*, b* */
    static double of(double[] one, double[] other) {
        double mean = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(mean, 7) / (Math.pow(mean, 7) + Math.pow(25, 7))));
        double a1 = one[1] * (1 + g);
        double a2 = other[1] * (1 + g);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, other[2]);
        double turn = c1 * c2 == 0 ? 0 : h2 - h1;
        turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
        double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double h = c1 * c2 == 0 ? h1 + h2 : (h1 + h2) / 2;
        if (c1 * c2 != 0 && Math.abs(h1 - h2) > 180) {
            h += h1 + h2 < 360 ? 180 : -180;
        }
        double l = (one[0] + other[0]) / 2;
        double c = (c1 + c2) / 2;
        double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
        double sl = 1 + 0.015 * Math.pow(l - 50, 2) / Math.sqrt(20 + Math.pow(l - 50, 2));
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double theta = 30 * Math.exp(-Math.pow((h - 275) / 25, 2));
        double rc = 2 * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)));
        double rt = -Math.sin(Math.toRadians(2 * theta)) * rc;
        double x = (other[0] - one[0]) / sl;
        double y = (c2 - c1) / sc;
        double z = dh / sh;
        return Math.sqrt(x * x + y * y + z * z + rt * y * z);
    }

    private static double hue(double a, double b) {
        double degrees = a == 0 && b == 0 ? 0 : Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
