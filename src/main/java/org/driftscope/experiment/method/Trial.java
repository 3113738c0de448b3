package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.FeatureError;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.WeightTensors;

/**
 * What a method is given.
 *
 * @param bench the network and its images
 * @param spec settings
 * @param chip drifted; not modified
 * @param layers names of the layers to correct, all on the chip, in order of execution
 * @param listener hears of each layer as it is fitted, by methods that fit layers, on any thread
 */
public record Trial(Workbench bench, ExperimentSpec spec, Chip chip, List<String> layers, LayerListener listener) {
    public Trial {
        layers = List.copyOf(layers);
    }

    /** With the layers that its settings say. */
    static Trial of(Workbench bench, ExperimentSpec spec, Chip chip, LayerListener listener) {
        List<String> wanted = spec.calibratedLayers().in(bench.network());
        List<String> layers =
                chip.layers().keySet().stream().filter(wanted::contains).toList();
        return new Trial(bench, spec, chip, layers, listener);
    }

    /** With other layers to correct. */
    Trial withLayers(List<String> others) {
        return new Trial(bench, spec, chip, others, listener);
    }

    /** What is asked for. */
    public CalibrationSpec calibration() {
        return spec.calibration();
    }

    /** A layer on the chip. */
    public Chip.Layer onChip(String layer) {
        return require(chip.layers(), layer);
    }

    /** The weights that were meant for a layer. */
    public WeightMatrix target(String layer) {
        return onChip(layer).crossbar().weights();
    }

    /** Of this chip. */
    public RandomSource random() {
        return RandomSource.of(spec.chip().seed());
    }

    /** Of each layer's inputs. */
    public Map<String, LayerStatistics> statistics(Progress progress, CancelToken cancel) {
        return bench.calibrations()
                .statistics(calibration(), layers, spec.chip().seed(), progress, cancel);
    }

    /** What the chip puts out, where that is more than a product; see {@link org.driftscope.experiment.BenchCalibrations#outputs}. */
    public Map<String, OutputMoments> outputs(CancelToken cancel) {
        return bench.calibrations()
                .outputs(chip, calibration(), layers, spec.chip().seed(), cancel);
    }

    /** Of each layer's outputs. */
    public Map<String, OutputFisher> fisher(Progress progress, CancelToken cancel) {
        return bench.calibrations().fisher(calibration(), progress, cancel);
    }

    /**
     * The calibration images, those that every other method of the same seed gets.
     *
     * @throws DriftscopeException if there are none
     */
    public ImageSource images() {
        if (bench.calibrationImages().count() == 0) {
            throw new DriftscopeException(
                    calibration().method().label() + " needs calibration images: factory statistics"
                            + " do not serve it. Give calibration images, or choose another method.");
        }
        return CalibrationSampling.draw(bench.calibrationImages(), calibration().samples(), random());
    }

    /** The network with the weights that the drifted cells amount to. */
    public Network driftedNetwork() {
        Map<String, WeightMatrix> weights = new LinkedHashMap<>();
        chip.layers().forEach((name, layer) -> weights.put(name, layer.weights()));
        return WeightTensors.into(bench.network(), weights);
    }

    /** How the chip's layers are read, around whatever weights a network has: changes to that network; none where reading is exact. */
    Map<String, LayerChange> readouts(Network network) {
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        chip.layers().forEach((name, layer) -> {
            if (layer.readout() != null) {
                WeightMatrix weights = network.weights(network.analogLayer(name));
                changes.put(
                        name,
                        LayerChange.weightsOnly(weights).read(layer.readout().withWeights(weights)));
            }
        });
        return changes;
    }

    /** Parameters that the budget pays for. */
    long budget() {
        return Budget.of(calibration(), bench.network());
    }

    /** Outputs of all layers to correct: what one parameter a column costs. */
    long columns() {
        return layers.stream().mapToLong(layer -> target(layer).cols()).sum();
    }

    /** Something of each layer, layers in parallel. */
    public <V> Map<String, V> ofEach(Function<String, V> work, CancelToken cancel) {
        List<Callable<V>> tasks = new ArrayList<>();
        layers.forEach(layer -> tasks.add(() -> work.apply(layer)));
        List<V> done = bench.runAll(tasks, cancel);
        Map<String, V> byLayer = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            byLayer.put(layers.get(i), done.get(i));
        }
        return byLayer;
    }

    /** The chip with an adapter for each layer, and the feature errors of a chip that is linear. */
    public CalibratedChip calibrated(
            Map<String, LayerStatistics> statistics, Function<String, Adapter> adapters, CancelToken cancel) {
        return calibrated(statistics, Map.of(), adapters, cancel);
    }

    /** The chip with an adapter for each layer, and the feature errors. @param outputs of layers that were measured */
    public CalibratedChip calibrated(
            Map<String, LayerStatistics> statistics,
            Map<String, OutputMoments> outputs,
            Function<String, Adapter> adapters,
            CancelToken cancel) {
        return new CalibratedChip(
                chip,
                ofEach(
                        layer -> {
                            FeatureError error = new FeatureError(
                                    require(statistics, layer),
                                    target(layer),
                                    onChip(layer).weights(),
                                    outputs.get(layer));
                            Adapter adapter = adapters.apply(layer);
                            CalibratedChip.CalibratedLayer result = new CalibratedChip.CalibratedLayer(
                                    adapter, error.of(null), error.of(adapter), error.outputVariance());
                            listener.done(layer, result);
                            return result;
                        },
                        cancel));
    }

    /** The value of a layer. @throws IllegalStateException if there is none */
    public static <V> V require(Map<String, V> values, String layer) {
        V value = values.get(layer);
        if (value == null) {
            throw new IllegalStateException("nothing known of layer " + layer);
        }
        return value;
    }
}
