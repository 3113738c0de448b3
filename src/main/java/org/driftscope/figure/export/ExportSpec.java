package org.driftscope.figure.export;

import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.support.SpecException;

/**
 * How a figure becomes a file.
 *
 * @param format file format
 * @param size size at final print
 * @param dpi resolution of PNG, 36 to 1200; has no effect on SVG and PDF
 * @param palette colours
 */
public record ExportSpec(ExportFormat format, ExportSize size, double dpi, ChartPalette palette) {
    /** Most pixels of a PNG: 400 MB while it is drawn. */
    private static final long MOST_PIXELS = 100_000_000;

    public ExportSpec {
        if (!(dpi >= 36 && dpi <= 1200)) {
            throw new SpecException("Resolution", dpi + " dpi", "36 to 1200 dpi");
        }
        long pixels = (long) ExportSize.pixels(size.widthMm(), dpi) * ExportSize.pixels(size.heightMm(), dpi);
        if (format == ExportFormat.PNG && pixels > MOST_PIXELS) {
            throw new SpecException("Size", pixels + " pixels", "at most 100 million pixels: lower the resolution");
        }
    }

    /** The usual for papers: light, 300 dpi. */
    public static ExportSpec of(ExportFormat format, ExportSize size) {
        return new ExportSpec(format, size, 300, ChartPalette.LIGHT);
    }

    /** The same, made taller where some of the figure would be left out. */
    public ExportSpec tallEnoughFor(Figure figure) {
        double needed = ExportSize.millimetres(figure.naturalHeight(theme(), size.widthPoints()));
        return needed <= size.heightMm()
                ? this
                : new ExportSpec(format, new ExportSize(size.widthMm(), needed, size.style()), dpi, palette);
    }

    /** PNG width in pixels. */
    public int widthPixels() {
        return ExportSize.pixels(size.widthMm(), dpi);
    }

    /** PNG height in pixels. */
    public int heightPixels() {
        return ExportSize.pixels(size.heightMm(), dpi);
    }

    ChartTheme theme() {
        return new ChartTheme(palette, size.style());
    }
}
