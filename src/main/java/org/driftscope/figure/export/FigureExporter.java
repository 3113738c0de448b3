package org.driftscope.figure.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.script.MatplotlibScript;
import org.driftscope.figure.script.PgfplotsPicture;
import org.driftscope.figure.script.PlainPlot;
import org.driftscope.figure.script.Sheet;
import org.driftscope.support.AtomicFiles;

/** Writes a figure to a file, with where it came from in the file's metadata. */
public final class FigureExporter {
    private static final String DRAWN = "-drawn.csv";

    private FigureExporter() {}

    /**
     * Draws the figure at its size and writes it, whole or not at all.
     *
     * @param provenance where the numbers came from, name to value, in the order to be written
     * @param target an existing file is replaced
     * @throws org.driftscope.support.DriftscopeException if the file cannot be written
     */
    public static void export(Figure figure, ExportSpec spec, Map<String, String> provenance, Path target) {
        if (spec.format() == ExportFormat.MATPLOTLIB) {
            script(figure, spec, provenance, target);
        } else {
            AtomicFiles.write(target, out -> write(figure, spec, provenance, out));
        }
    }

    /** The script, and beside it what it reads: the numbers that are drawn, which a table of the figure may have more of. */
    private static void script(Figure figure, ExportSpec spec, Map<String, String> provenance, Path target) {
        PlainPlot plot = PlainPlot.of(figure);
        Path csv = target.resolveSibling(target.getFileName().toString().replaceFirst("\\.py$", "") + DRAWN);
        FigureCsv.write(plot.table(), provenance, csv);
        String text = MatplotlibScript.of(
                plot, sheet(spec), provenance, csv.getFileName().toString());
        AtomicFiles.write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet sheet(ExportSpec spec) {
        return new Sheet(spec.size().widthMm(), spec.size().heightMm(), spec.theme());
    }

    /** The same as bytes, for a document that holds the figure. */
    public static byte[] bytes(Figure figure, ExportSpec spec, Map<String, String> provenance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(figure, spec, provenance, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Figure figure, ExportSpec spec, Map<String, String> provenance, OutputStream out)
            throws IOException {
        switch (spec.format()) {
            case SVG -> SvgWriter.write(figure, spec, provenance, out);
            case PDF -> PdfWriter.write(figure, spec, provenance, out);
            case EPS -> EpsWriter.write(figure, spec, provenance, out);
            case PNG -> PngWriter.write(figure, spec, provenance, out);
            case PGFPLOTS -> out.write(PgfplotsPicture.of(PlainPlot.of(figure), sheet(spec), provenance)
                    .getBytes(StandardCharsets.UTF_8));
            case MATPLOTLIB -> throw new IllegalArgumentException("A script is two files");
        }
    }
}
