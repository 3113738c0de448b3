package org.driftscope.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.experiment.LayerSums;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.bar.HistogramChart;
import org.driftscope.figure.chart.bar.HistogramSeries;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.figure.raster.ValueRange;
import org.driftscope.network.run.SumCounts;

/** A layer's partial sums with the range of its ADC drawn in. */
public final class PartialSumsFigure {
    private PartialSumsFigure() {}

    /** @param chip in words, e.g. "PCM, 1 day, seed 7" */
    public static Figure of(LayerSums sums, String chip) {
        Converter adc = sums.adc();
        SumCounts counts = sums.clean();
        List<Double> edges = IntStream.rangeClosed(0, counts.bins().length)
                .mapToObj(i -> counts.most() * (2.0 * i / counts.bins().length - 1))
                .toList();
        double beyond = (double) sums.chip().beyond() / Math.max(1, sums.chip().sums());
        HistogramChart chart = new HistogramChart(
                "",
                (sums.slices() == 1
                                ? "Partial sum (unit of the layer's outputs)"
                                : "Partial sum of the slice, before its place value")
                        + ValueRange.beyond(beyond),
                "Sums",
                edges,
                List.of(
                        series("clean", "clean weights", SeriesTint.CLEAN, sums.clean()),
                        series("chip", "this chip", SeriesTint.DRIFTED, sums.chip())),
                adc == null ? null : new HistogramChart.Band("range of the ADC", adc.low(), adc.high()));
        return new CaptionedFigure(chart, sums.name() + " \u00b7 " + words(sums) + " \u00b7 " + chip + ".");
    }

    /** The same to be exported. @param source what the chip was made with */
    public static NamedFigure named(LayerSums sums, String chip, Map<String, String> source) {
        Map<String, String> all = new LinkedHashMap<>(source);
        all.put("layer", sums.name());
        all.put("readout", words(sums));
        return new NamedFigure("Partial sums", of(sums, chip), all);
    }

    private static HistogramSeries series(String id, String name, SeriesTint tint, SumCounts counts) {
        return new HistogramSeries(
                id, name, tint, Arrays.stream(counts.bins()).boxed().toList());
    }

    /** Blocks, converters with their ranges and what they clip, in a line. */
    public static String words(LayerSums sums) {
        Converter adc = sums.adc();
        Converter dac = sums.dac();
        String rows = "sums over at most " + sums.tileRows() + " rows";
        String in = dac == null
                ? "ideal DAC"
                : String.format(
                        Locale.ROOT,
                        "DAC of %d bits, %s to %s, clips %s of the inputs",
                        sums.dacBits(),
                        number(dac.low()),
                        number(dac.high()),
                        share(sums.chip().inputsClippedShare()));
        String out = adc == null
                ? "ideal ADC, greatest sum " + number(sums.chip().greatest())
                : String.format(
                        Locale.ROOT,
                        "ADC of %d bits, \u00b1%s in steps of %s, clips %s of this chip's sums and %s of the clean weights'",
                        sums.adcBits(),
                        number(adc.high()),
                        number(adc.step()),
                        share(sums.chip().clippedShare()),
                        share(sums.clean().clippedShare()));
        return String.join("; ", rows, in, out);
    }

    /** Three digits. */
    public static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    /** A clipped share in per cent; what is not 0 never reads as 0. */
    public static String share(double share) {
        return share == 0 ? "0 %" : share < 1e-4 ? "< 0.01 %" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
