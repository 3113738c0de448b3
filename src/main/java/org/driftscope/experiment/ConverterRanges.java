package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.driftscope.calibration.statistics.TeacherPass;
import org.driftscope.crossbar.BitSlices;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.ConverterRange;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.PartialSums;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;

/**
 * Ranges of converters, set once for a model: from what enters the layers of the clean network, and from what its tiles would put
 * out, on ten images that do not depend on the chip. Thread-safe.
 */
final class ConverterRanges {
    private static final int IMAGES = 10;
    private static final RandomSource FACTORY = RandomSource.of(0).child("converter-ranges");
    /** Tile sizes whose samples are remembered. */
    private static final int SAMPLES = 4;
    /** Resolutions whose ranges are remembered. */
    private static final int RANGES = 64;

    private final CompiledNetwork clean;
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final Workers workers;
    private final Memo<Cut, Map<String, Seen>> samples = new Memo<>(SAMPLES, sample -> 1);
    private final Memo<Key, Map<String, LayerConverters>> ranges = new Memo<>(RANGES, range -> 1);
    /** Of all samples that were ever looked at: a number a layer. */
    private final Map<Cut, Map<String, Double>> greatest = new ConcurrentHashMap<>();

    private record Key(int tileRows, int dacBits, int adcBits, Optional<BitSlices> slices) {
        /** How many slices a weight has; 1 where it is held whole. */
        int parts() {
            return slices.map(BitSlices::count).orElse(1);
        }
    }

    /** What of the weights is on tiles of so many rows. @param slice 0 for the most significant, or for all */
    private record Cut(int tileRows, Optional<BitSlices> slices, int slice) {
        WeightMatrix of(WeightMatrix weights) {
            return slices.map(digits -> digits.digits(weights, slice)).orElse(weights);
        }
    }

    /** What a layer met, a part of it. @param greatest magnitude of all partial sums */
    private record Seen(float[] inputs, float[] sums, double greatest) {
        static Seen of(List<PartialSums.Sample> parts) {
            return new Seen(
                    joined(parts.stream().map(PartialSums.Sample::inputs).toList()),
                    joined(parts.stream().map(PartialSums.Sample::sums).toList()),
                    parts.stream()
                            .mapToDouble(PartialSums.Sample::greatest)
                            .max()
                            .orElse(0));
        }

        private static float[] joined(List<float[]> parts) {
            float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }

    /** @param images to draw from */
    ConverterRanges(CompiledNetwork clean, ImageSource images, Preprocessing preprocessing, Workers workers) {
        this.clean = clean;
        this.images = images;
        this.preprocessing = preprocessing;
        this.workers = workers;
    }

    /** By layer's name, those that are not ideal. */
    Map<String, LayerConverters> of(ChipSpec chip, CancelToken cancel) {
        if (chip.perLayer().isEmpty()) {
            return of(chip.crossbar(), cancel);
        }
        Map<String, LayerConverters> byLayer = new HashMap<>();
        for (AnalogLayer layer : clean.network().analogLayers()) {
            String name = layer.name();
            LayerConverters set =
                    of(chip.ofLayer(name, clean.network()).crossbar(), cancel).get(name);
            if (set != null) {
                byLayer.put(name, set);
            }
        }
        return byLayer;
    }

    /** The images that ranges are set on. */
    ImageSource images() {
        return CalibrationSampling.draw(images, Math.min(IMAGES, images.count()), FACTORY);
    }

    /** Magnitude of the greatest of all partial sums of a layer of the clean network on these images: of one slice. */
    double greatest(String layer, CrossbarSpec crossbar, int slice, CancelToken cancel) {
        Cut cut = new Cut(crossbar.tileRows(), BitSlices.of(crossbar), slice);
        Map<String, Double> known = greatest.get(cut);
        if (known == null) {
            known = greatestOf(seen(cut, cancel));
            greatest.put(cut, known);
        }
        return known.getOrDefault(layer, 0.0);
    }

    private static Map<String, Double> greatestOf(Map<String, Seen> seen) {
        Map<String, Double> greatest = new HashMap<>();
        seen.forEach((name, sample) -> greatest.put(name, sample.greatest()));
        return greatest;
    }

    private Map<String, Seen> seen(Cut cut, CancelToken cancel) {
        return samples.get(cut, () -> look(cut, cancel), cancel);
    }

    private Map<String, LayerConverters> of(CrossbarSpec crossbar, CancelToken cancel) {
        if (!crossbar.circuit().hasConverters() || images.count() == 0) {
            return Map.of();
        }
        int adcBits = (int) crossbar.circuit().get(CircuitSettings.ADC_BITS);
        // without an ADC a weight's slices are one sum
        Optional<BitSlices> slices = adcBits == 0 ? Optional.empty() : BitSlices.of(crossbar);
        Key key = new Key(crossbar.tileRows(), (int) crossbar.circuit().get(CircuitSettings.DAC_BITS), adcBits, slices);
        return ranges.get(key, () -> set(key, cancel), cancel);
    }

    private Map<String, LayerConverters> set(Key key, CancelToken cancel) {
        Map<String, List<Converter>> lower = new HashMap<>();
        for (int slice = 1; slice < key.parts(); slice++) {
            ofEach(key, slice, cancel).forEach((name, set) -> lower.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(Objects.requireNonNull(set.adc())));
        }
        Map<String, LayerConverters> byLayer = new HashMap<>();
        ofEach(key, 0, cancel)
                .forEach((name, set) -> byLayer.put(
                        name, new LayerConverters(set.dac(), set.adc(), lower.getOrDefault(name, List.of()))));
        return byLayer;
    }

    private Map<String, LayerConverters> ofEach(Key key, int slice, CancelToken cancel) {
        Map<String, Seen> seen = seen(new Cut(key.tileRows(), key.slices(), slice), cancel);
        List<String> layers = List.copyOf(seen.keySet());
        List<Callable<LayerConverters>> tasks = new ArrayList<>();
        seen.values().forEach(sample -> tasks.add(() -> converters(key, sample)));
        List<LayerConverters> set = workers.runAll(tasks, cancel);
        Map<String, LayerConverters> byLayer = new HashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            byLayer.put(layers.get(i), set.get(i));
        }
        return byLayer;
    }

    private static LayerConverters converters(Key key, Seen sample) {
        Converter dac = key.dacBits() == 0 ? null : ConverterRange.ofInputs(sample.inputs(), key.dacBits());
        int bits = key.adcBits();
        Converter adc = bits == 0
                ? null
                : Converter.signMagnitude(bits, ConverterRange.leastError(sample.sums(), sample.greatest(), bits));
        return new LayerConverters(dac, adc);
    }

    private Map<String, Seen> look(Cut cut, CancelToken cancel) {
        Map<String, PartialSums> tiled = new TreeMap<>();
        try {
            Map<String, TeacherPass.Look<PartialSums.Sample>> looks = new HashMap<>();
            for (AnalogLayer layer : clean.network().analogLayers()) {
                PartialSums sums = PartialSums.of(layer, cut.of(clean.network().weights(layer)), cut.tileRows());
                tiled.put(layer.name(), sums);
                looks.put(layer.name(), (known, input) -> sums.sample(input));
            }
            List<Map<String, PartialSums.Sample>> samples =
                    TeacherPass.ofEach(clean, images(), preprocessing, looks, workers, cancel);
            Map<String, Seen> seen = new TreeMap<>();
            tiled.keySet()
                    .forEach(name -> seen.put(
                            name,
                            Seen.of(samples.stream()
                                    .filter(sample -> sample.containsKey(name))
                                    .map(sample -> sample.get(name))
                                    .toList())));
            greatest.put(cut, greatestOf(seen));
            return seen;
        } finally {
            tiled.values().forEach(PartialSums::close);
        }
    }
}
