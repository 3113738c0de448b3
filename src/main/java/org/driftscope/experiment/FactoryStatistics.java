package org.driftscope.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;

/**
 * All that calibration needs to know of a network's images, gathered before the chip is shipped: with it no image is needed
 * in the field. Numbers are those of {@code factoryImages} gathered in memory.
 *
 * @param layers statistics of all analog layers by name, in order of execution
 * @param fisher output Fisher matrices of all analog layers by name; empty where the network has none
 * @param images number of images the layer statistics were gathered on, 1 or more
 * @param imagesSha256 of the set they were drawn from, hex
 * @param preprocessing of these images
 */
public record FactoryStatistics(
        Map<String, LayerStatistics> layers,
        Map<String, OutputFisher> fisher,
        int images,
        String imagesSha256,
        Preprocessing preprocessing) {
    public FactoryStatistics {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        fisher = Collections.unmodifiableMap(new LinkedHashMap<>(fisher));
        if (images < 1) {
            throw new IllegalArgumentException(images + " images");
        }
    }

    /**
     * Gathers layer statistics of a bench's calibration images, without output Fisher.
     *
     * @param images how many to draw; the draw is the same for every chip
     * @throws SpecException if there are not that many
     */
    public static FactoryStatistics gather(Workbench bench, int images, Progress progress, CancelToken cancel) {
        if (images < 1) {
            throw new SpecException("samples", images, "1 or more");
        }
        List<String> layers =
                bench.network().analogLayers().stream().map(AnalogLayer::name).toList();
        CalibrationSpec spec = CalibrationSpec.defaults()
                .withSettings(MethodSettings.defaults().withFactoryImages(images));
        Map<String, LayerStatistics> gathered = bench.calibrations().statistics(spec, layers, 0, progress, cancel);
        Map<String, LayerStatistics> ordered = new LinkedHashMap<>();
        layers.forEach(layer -> ordered.put(layer, gathered.get(layer)));
        return new FactoryStatistics(
                ordered, Map.of(), images, bench.calibrationImages().sha256(), bench.preprocessing());
    }

    public FactoryStatistics withFisher(Map<String, OutputFisher> matrices) {
        return new FactoryStatistics(layers, matrices, images, imagesSha256, preprocessing);
    }
}
