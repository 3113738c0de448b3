package org.driftscope.experiment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.statistics.TeacherPass;
import org.driftscope.crossbar.BitSlices;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.PartialSums;
import org.driftscope.network.run.SumCounts;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Workers;

/** Counts the partial sums of a chip's layers, on the images that the converters' ranges are set on. Thread-safe. */
final class SumSurvey {
    /** Room beside the clean network's sums for those of a chip that has drifted. */
    private static final double MARGIN = 1.25;

    private final CompiledNetwork clean;
    private final ConverterRanges ranges;
    private final Preprocessing preprocessing;
    private final Workers workers;

    SumSurvey(CompiledNetwork clean, ConverterRanges ranges, Preprocessing preprocessing, Workers workers) {
        this.clean = clean;
        this.ranges = ranges;
        this.preprocessing = preprocessing;
        this.workers = workers;
    }

    /** One layer's blocks with the clean weights and with the chip's, and what reads them. */
    private record Tiled(PartialSums clean, PartialSums chip, LayerConverters converters, double most)
            implements AutoCloseable {
        List<SumCounts> none() {
            return List.of(SumCounts.none(most), SumCounts.none(most));
        }

        @Override
        public void close() {
            clean.close();
            chip.close();
        }
    }

    /** @param layers names of those to look at; those that are not on the chip are left out */
    Map<String, LayerSums> of(ChipSpec spec, Chip chip, Collection<String> layers, CancelToken cancel) {
        Map<String, Tiled> tiled = new LinkedHashMap<>();
        try {
            Map<String, TeacherPass.Look<List<SumCounts>>> looks = new HashMap<>();
            for (AnalogLayer layer : clean.network().analogLayers()) {
                Chip.Layer onChip = chip.layers().get(layer.name());
                if (onChip != null && layers.contains(layer.name())) {
                    Tiled one = tiled(layer, onChip, spec, cancel);
                    tiled.put(layer.name(), one);
                    looks.put(
                            layer.name(),
                            (known, input) -> List.of(
                                    one.clean.count(input, one.converters, one.most),
                                    one.chip.count(input, one.converters, one.most)));
                }
            }
            List<Map<String, List<SumCounts>>> images = tiled.isEmpty()
                    ? List.of()
                    : TeacherPass.ofEach(clean, ranges.images(), preprocessing, looks, workers, cancel);
            Map<String, LayerSums> all = new LinkedHashMap<>();
            tiled.forEach((name, one) -> all.put(name, together(name, one, spec, images)));
            return all;
        } finally {
            tiled.values().forEach(Tiled::close);
        }
    }

    private Tiled tiled(AnalogLayer layer, Chip.Layer onChip, ChipSpec spec, CancelToken cancel) {
        CrossbarSpec crossbar = spec.crossbarOf(layer, clean.network());
        Readout readout = onChip.readout();
        LayerConverters converters = readout == null ? LayerConverters.ideal() : readout.converters();
        Converter adc = converters.adc();
        double greatest = Math.max(ranges.greatest(layer.name(), crossbar, cancel), adc == null ? 0 : adc.high());
        return new Tiled(
                PartialSums.of(
                        layer,
                        BitSlices.of(crossbar)
                                .map(slices -> slices.digits(clean.network().weights(layer), 0))
                                .orElseGet(() -> clean.network().weights(layer)),
                        crossbar.tileRows()),
                PartialSums.of(layer, onChip.crossbar().held(onChip.seen().slice(0)), crossbar.tileRows()),
                converters,
                greatest > 0 ? MARGIN * greatest : 1);
    }

    private LayerSums together(String name, Tiled tiled, ChipSpec spec, List<Map<String, List<SumCounts>>> images) {
        List<SumCounts> sum = images.stream()
                .filter(image -> image.containsKey(name))
                .map(image -> image.get(name))
                .reduce(
                        tiled.none(),
                        (one, other) -> List.of(
                                one.get(0).plus(other.get(0)), one.get(1).plus(other.get(1))));
        ChipSpec own = spec.ofLayer(name, clean.network());
        CircuitSpec circuit = own.crossbar().circuit();
        return new LayerSums(
                name,
                own.crossbar().tileRows(),
                (int) circuit.get(CircuitSettings.DAC_BITS),
                (int) circuit.get(CircuitSettings.ADC_BITS),
                tiled.converters,
                sum.get(0),
                sum.get(1));
    }
}
