package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.experiment.LayerSums;
import org.driftscope.report.PartialSumsFigure;
import org.jspecify.annotations.Nullable;

/**
 * One layer's converters with their frozen ranges, and what they clip.
 *
 * @param layer name
 * @param slice of the weights, from 1, the most significant first; null where weights are held whole
 * @param tileRows rows that are summed before the ADC
 * @param dac of the inputs; null for an ideal one
 * @param adc of the partial sums; null for an ideal one
 * @param greatestSum magnitude of this chip's greatest partial sum
 */
public record ConverterReport(
        String layer,
        @Nullable Integer slice,
        int tileRows,
        @Nullable Range dac,
        @Nullable Range adc,
        double greatestSum) {
    /**
     * A converter.
     *
     * @param step from one level to the next
     * @param clippedShare of what it reads on this chip, 0 to 1
     * @param cleanClippedShare the same of the clean weights, which set the range
     */
    public record Range(int bits, double low, double high, double step, double clippedShare, double cleanClippedShare) {
        static @Nullable Range of(@Nullable Converter converter, int bits, double clipped, double cleanClipped) {
            return converter == null
                    ? null
                    : new Range(bits, converter.low(), converter.high(), converter.step(), clipped, cleanClipped);
        }

        String[] cells() {
            String ends = low < 0
                    ? "\u00b1" + PartialSumsFigure.number(high)
                    : PartialSumsFigure.number(low) + " to " + PartialSumsFigure.number(high);
            return new String[] {
                Integer.toString(bits), ends, PartialSumsFigure.number(step), PartialSumsFigure.share(clippedShare)
            };
        }
    }

    /** Of some layers. */
    public static List<ConverterReport> of(Collection<LayerSums> layers) {
        return layers.stream().map(ConverterReport::of).toList();
    }

    private static ConverterReport of(LayerSums sums) {
        double inputs = sums.chip().inputsClippedShare();
        return new ConverterReport(
                sums.layer(),
                sums.slices() == 1 ? null : Integer.valueOf(sums.slice() + 1),
                sums.tileRows(),
                Range.of(sums.dac(), sums.dacBits(), inputs, inputs),
                Range.of(
                        sums.adc(),
                        sums.adcBits(),
                        sums.chip().clippedShare(),
                        sums.clean().clippedShare()),
                sums.chip().greatest());
    }

    /** A table of the DACs where there are any, and one of the ADCs; of bit slices the most significant. */
    public static void print(PrintWriter out, List<ConverterReport> layers) {
        TextTable dacs = new TextTable("DAC", "bits", "range", "step", "clipped inputs");
        TextTable adcs = new TextTable("ADC", "bits", "range", "step", "clipped sums", "greatest sum", "rows");
        boolean anyDac = false;
        boolean anyAdc = false;
        int others = 0;
        for (ConverterReport layer : layers) {
            Integer slice = layer.slice();
            if (slice != null && slice > 1) {
                others = Math.max(others, slice - 1);
                continue;
            }
            Range dac = layer.dac();
            if (dac != null) {
                anyDac = true;
                String[] cells = dac.cells();
                dacs.row(layer.layer(), cells[0], cells[1], cells[2], cells[3]);
            }
            Range adc = layer.adc();
            if (adc != null) {
                anyAdc = true;
                String[] cells = adc.cells();
                adcs.row(
                        layer.layer(),
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        PartialSumsFigure.number(layer.greatestSum()),
                        Integer.toString(layer.tileRows()));
            }
        }
        if (anyDac) {
            out.println();
            dacs.print(out);
        }
        if (anyAdc) {
            out.println();
            adcs.print(out);
            if (others > 0) {
                out.println("These are of each layer's most significant slice; --json has the other " + others
                        + " as well.");
            }
        }
    }
}
