package org.driftscope.experiment.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.calibration.FeatureError;
import org.driftscope.calibration.LayerStatistics;
import org.driftscope.calibration.OutputFisher;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.Workbench;
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
 */
public record Trial(Workbench bench, ExperimentSpec spec, Chip chip, List<String> layers) {
    public Trial {
        layers = List.copyOf(layers);
    }

    CalibrationSpec calibration() {
        return spec.calibration();
    }

    Chip.Layer onChip(String layer) {
        return require(chip.layers(), layer);
    }

    /** The weights that were meant for a layer. */
    WeightMatrix target(String layer) {
        return onChip(layer).crossbar().weights();
    }

    RandomSource random() {
        return RandomSource.of(spec.chip().seed());
    }

    Map<String, LayerStatistics> statistics(Progress progress, CancelToken cancel) {
        return bench.statistics(calibration(), layers, spec.chip().seed(), progress, cancel);
    }

    Map<String, OutputFisher> fisher(Progress progress, CancelToken cancel) {
        return bench.fisher(calibration(), progress, cancel);
    }

    /**
     * The calibration images, those that every other method of the same seed gets.
     *
     * @throws DriftscopeException if there are none
     */
    ImageSource images() {
        if (bench.calibrationImages().count() == 0) {
            throw new DriftscopeException(
                    calibration().method().label() + " needs calibration images: factory statistics"
                            + " do not serve it. Give calibration images, or choose another method.");
        }
        return CalibrationSampling.draw(bench.calibrationImages(), calibration().samples(), random());
    }

    /** The network with the weights that the drifted cells amount to. */
    Network driftedNetwork() {
        Map<String, WeightMatrix> weights = new LinkedHashMap<>();
        chip.layers().forEach((name, layer) -> weights.put(name, layer.weights()));
        return WeightTensors.into(bench.network(), weights);
    }

    /** Parameters that the budget pays for. */
    long budget() {
        return (long) (calibration().settings().budget() / 100 * bench.network().parameters());
    }

    /** Outputs of all layers to correct: what one parameter a column costs. */
    long columns() {
        return layers.stream().mapToLong(layer -> target(layer).cols()).sum();
    }

    /** The chip with an adapter for each layer, and the feature errors. */
    CalibratedChip calibrated(Map<String, LayerStatistics> statistics, Function<String, Adapter> adapters) {
        Map<String, CalibratedChip.CalibratedLayer> fitted = new LinkedHashMap<>();
        for (String layer : layers) {
            FeatureError error = new FeatureError(
                    require(statistics, layer), target(layer), onChip(layer).weights());
            Adapter adapter = adapters.apply(layer);
            fitted.put(layer, new CalibratedChip.CalibratedLayer(adapter, error.of(null), error.of(adapter)));
        }
        return new CalibratedChip(chip, fitted);
    }

    /** The value of a layer. @throws IllegalStateException if there is none */
    static <V> V require(Map<String, V> values, String layer) {
        V value = values.get(layer);
        if (value == null) {
            throw new IllegalStateException("nothing known of layer " + layer);
        }
        return value;
    }
}
