package org.driftscope.ui.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.prompt.Choices;

/** What is going to be exported and how; remembers what was chosen. */
public final class ExportViewModel {
    private final List<NamedFigure> figures;
    private final Map<String, String> provenance;
    private final Choices choices;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.SVG);
    private final ObjectProperty<SizePreset> preset = new SimpleObjectProperty<>(this, "preset", SizePreset.ONE_COLUMN);
    private final ObjectProperty<ChartPalette> palette =
            new SimpleObjectProperty<>(this, "palette", ChartPalette.LIGHT);
    private final DoubleProperty widthMm = new SimpleDoubleProperty(this, "widthMm");
    private final DoubleProperty heightMm = new SimpleDoubleProperty(this, "heightMm");
    private final DoubleProperty dpi = new SimpleDoubleProperty(this, "dpi");

    /**
     * @param figures at least one; the first is chosen at the beginning
     * @param provenance goes into every file beside the figure's own
     * @param choices where the last choices are kept. The theme is not: it is light unless asked
     */
    public ExportViewModel(List<NamedFigure> figures, Map<String, String> provenance, Choices choices) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("No figures to export");
        }
        this.figures = List.copyOf(figures);
        this.provenance = provenance;
        this.choices = choices;
        format.set(remembered("format", ExportFormat.SVG));
        preset.set(remembered("preset", SizePreset.ONE_COLUMN));
        widthMm.set(choices.get("widthMm", preset.get().size().widthMm()));
        heightMm.set(choices.get("heightMm", preset.get().size().heightMm()));
        dpi.set(choices.get("dpi", 300));
        if (figures.get(0).figure().isWide() && preset.get() == SizePreset.ONE_COLUMN) {
            choose(SizePreset.TWO_COLUMN);
        }
    }

    private <E extends Enum<E>> E remembered(String key, E usual) {
        String name = choices.get(key, usual.name());
        for (E value : usual.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return usual;
    }

    /** Takes the size that comes with a preset. */
    public void choose(SizePreset chosen) {
        preset.set(chosen);
        widthMm.set(chosen.size().widthMm());
        heightMm.set(chosen.size().heightMm());
    }

    /**
     * How to export, from the present choices.
     *
     * @throws SpecException naming the field that is out of range
     */
    public ExportSpec spec() {
        ExportSize size = new ExportSize(
                widthMm.get(), heightMm.get(), preset.get().size().style());
        return new ExportSpec(format.get(), size, dpi.get(), palette.get());
    }

    /** Keeps the choices for the next time. */
    public void remember() {
        choices.put(Map.of(
                "format", format.get().name(),
                "preset", preset.get().name(),
                "widthMm", Double.toString(widthMm.get()),
                "heightMm", Double.toString(heightMm.get()),
                "dpi", Double.toString(dpi.get())));
    }

    public List<NamedFigure> figures() {
        return figures;
    }

    /** What is written into a figure's file: where its own numbers come from, and what wrote it. */
    public Map<String, String> provenance(NamedFigure figure) {
        Map<String, String> all = new LinkedHashMap<>(figure.provenance());
        provenance.forEach(all::putIfAbsent);
        return all;
    }

    /** What stands above a figure's numbers: nothing of what is in their rows anyway. */
    Map<String, String> provenanceOfNumbers(NamedFigure figure) {
        return figure.figure() instanceof TabledFigure ? provenance : provenance(figure);
    }

    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Sizes of texts and lines; {@link #choose} sets width and height with it. */
    public ObjectProperty<SizePreset> presetProperty() {
        return preset;
    }

    public ObjectProperty<ChartPalette> paletteProperty() {
        return palette;
    }

    public DoubleProperty widthMmProperty() {
        return widthMm;
    }

    public DoubleProperty heightMmProperty() {
        return heightMm;
    }

    /** Resolution of PNG and of copied pictures. */
    public DoubleProperty dpiProperty() {
        return dpi;
    }
}
