package org.driftscope.figure.export;

import org.driftscope.figure.chart.ChartStyle;
import org.driftscope.support.SpecException;

/**
 * The size of a figure in a file and the sizes of text and lines that go with it.
 *
 * @param widthMm width at final size, mm, 10 to 2000
 * @param heightMm height at final size, mm, 10 to 2000
 * @param style text and lines, in points at final size
 */
public record ExportSize(double widthMm, double heightMm, ChartStyle style) {
    /** One column of a two-column paper. */
    public static final ExportSize ONE_COLUMN = new ExportSize(85, 60, ChartStyle.ONE_COLUMN);
    /** The full width of a two-column paper. */
    public static final ExportSize TWO_COLUMN = new ExportSize(180, 80, ChartStyle.TWO_COLUMN);
    /** A slide of 16:9, 13.33 x 7.5 in, less its title. */
    public static final ExportSize SLIDE = new ExportSize(310, 150, ChartStyle.SLIDE);

    private static final double MM_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;

    public ExportSize {
        check("Width", widthMm);
        check("Height", heightMm);
    }

    private static void check(String name, double mm) {
        if (!(mm >= 10 && mm <= 2000)) {
            throw new SpecException(name, mm + " mm", "10 to 2000 mm");
        }
    }

    /** Width in points, 1/72 inch. */
    public double widthPoints() {
        return widthMm / MM_PER_INCH * POINTS_PER_INCH;
    }

    /** Height in points, 1/72 inch. */
    public double heightPoints() {
        return heightMm / MM_PER_INCH * POINTS_PER_INCH;
    }

    /** A length in points as mm. */
    static double millimetres(double points) {
        return points / POINTS_PER_INCH * MM_PER_INCH;
    }

    /** A length in pixels at a resolution, rounded. */
    public static int pixels(double mm, double dpi) {
        return (int) Math.round(mm / MM_PER_INCH * dpi);
    }
}
