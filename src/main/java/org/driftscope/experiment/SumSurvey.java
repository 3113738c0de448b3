package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private record Tiled(
            String layer,
            int slice,
            int slices,
            PartialSums clean,
            PartialSums chip,
            LayerConverters converters,
            double most)
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

    /**
     * All slices of each layer, the most significant first.
     *
     * @param layers names of those to look at; those that are not on the chip are left out
     */
    List<LayerSums> of(ChipSpec spec, Chip chip, Collection<String> layers, CancelToken cancel) {
        Map<String, List<Tiled>> tiled = new LinkedHashMap<>();
        try {
            Map<String, TeacherPass.Look<List<SumCounts>>> looks = new HashMap<>();
            for (AnalogLayer layer : clean.network().analogLayers()) {
                Chip.Layer onChip = chip.layers().get(layer.name());
                if (onChip != null && layers.contains(layer.name())) {
                    List<Tiled> slices = new ArrayList<>();
                    tiled.put(layer.name(), slices);
                    for (int slice = 0; slice < onChip.seen().slices(); slice++) {
                        slices.add(tiled(layer, onChip, spec, slice, cancel));
                    }
                    looks.put(layer.name(), (known, input) -> slices.stream()
                            .flatMap(one -> Stream.of(
                                    one.clean.count(input, one.converters, one.most),
                                    one.chip.count(input, one.converters, one.most)))
                            .toList());
                }
            }
            List<Map<String, List<SumCounts>>> images = tiled.isEmpty()
                    ? List.of()
                    : TeacherPass.ofEach(clean, ranges.images(), preprocessing, looks, workers, cancel);
            return tiled.values().stream()
                    .flatMap(List::stream)
                    .map(one -> together(one, spec, images))
                    .toList();
        } finally {
            tiled.values().stream().flatMap(List::stream).forEach(Tiled::close);
        }
    }

    private Tiled tiled(AnalogLayer layer, Chip.Layer onChip, ChipSpec spec, int slice, CancelToken cancel) {
        CrossbarSpec crossbar = spec.crossbarOf(layer, clean.network());
        Readout readout = onChip.readout();
        LayerConverters all = readout == null ? LayerConverters.ideal() : readout.converters();
        Converter adc = all.adc(slice);
        LayerConverters converters = new LayerConverters(all.dac(), adc);
        double greatest =
                Math.max(ranges.greatest(layer.name(), crossbar, slice, cancel), adc == null ? 0 : adc.high());
        return new Tiled(
                layer.name(),
                slice,
                onChip.seen().slices(),
                PartialSums.of(
                        layer,
                        BitSlices.of(crossbar)
                                .map(slices -> slices.digits(clean.network().weights(layer), slice))
                                .orElseGet(() -> clean.network().weights(layer)),
                        crossbar.tileRows()),
                PartialSums.of(layer, onChip.crossbar().held(onChip.seen().slice(slice)), crossbar.tileRows()),
                converters,
                greatest > 0 ? MARGIN * greatest : 1);
    }

    private LayerSums together(Tiled tiled, ChipSpec spec, List<Map<String, List<SumCounts>>> images) {
        String name = tiled.layer;
        int first = 2 * tiled.slice;
        List<SumCounts> sum = images.stream()
                .filter(image -> image.containsKey(name))
                .map(image -> image.get(name).subList(first, first + 2))
                .reduce(
                        tiled.none(),
                        (one, other) -> List.of(
                                one.get(0).plus(other.get(0)), one.get(1).plus(other.get(1))));
        ChipSpec own = spec.ofLayer(name, clean.network());
        CircuitSpec circuit = own.crossbar().circuit();
        return new LayerSums(
                name,
                tiled.slice,
                tiled.slices,
                own.crossbar().tileRows(),
                (int) circuit.get(CircuitSettings.DAC_BITS),
                (int) circuit.get(CircuitSettings.ADC_BITS),
                tiled.converters.dac(),
                tiled.converters.adc(),
                sum.get(0),
                sum.get(1));
    }
}
