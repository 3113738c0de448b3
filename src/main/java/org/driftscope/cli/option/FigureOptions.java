package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.Locale;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.support.EnumWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** File, size and looks of a figure. */
public final class FigureOptions {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the figure goes.")
    public Path out;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description =
                    "svg, pdf, eps, png, pgfplots or matplotlib (default: by the file's ending; tex and py for the last two).")
    @Nullable
    String format;

    @Option(names = "--size", paramLabel = "NAME", description = "one-column, two-column (default) or slide.")
    String size = "two-column";

    @Option(names = "--width", paramLabel = "MM", description = "Width instead of the size's; text stays as it is.")
    @Nullable
    Double widthMm;

    @Option(names = "--height", paramLabel = "MM", description = "Height instead of the size's.")
    @Nullable
    Double heightMm;

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG (default: 300).")
    double dpi = 300;

    @Option(names = "--theme", paramLabel = "NAME", description = "light (default) or dark.")
    String theme = "light";

    /** Presets by name. */
    private enum Size {
        ONE_COLUMN(ExportSize.ONE_COLUMN),
        TWO_COLUMN(ExportSize.TWO_COLUMN),
        SLIDE(ExportSize.SLIDE);

        private final ExportSize preset;

        Size(ExportSize preset) {
            this.preset = preset;
        }
    }

    /** Palettes by name. */
    private enum Theme {
        LIGHT(ChartPalette.LIGHT),
        DARK(ChartPalette.DARK);

        private final ChartPalette palette;

        Theme(ChartPalette palette) {
            this.palette = palette;
        }
    }

    public ExportSpec spec() {
        ExportSize preset = EnumWords.parse("--size", Size.class, size).preset;
        ExportSize wanted = new ExportSize(
                widthMm == null ? preset.widthMm() : widthMm,
                heightMm == null ? preset.heightMm() : heightMm,
                preset.style());
        return new ExportSpec(format(), wanted, dpi, EnumWords.parse("--theme", Theme.class, theme).palette);
    }

    /** Whether the height may follow the figure's need. */
    public boolean freeHeight() {
        return heightMm == null;
    }

    private ExportFormat format() {
        String name = out.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ExportFormat.named("--format", format == null ? ending : format);
    }
}
