package org.driftscope.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;
import org.driftscope.training.OutputGradients;

/** The teacher's output Fisher matrices, which no chip changes: computed once, over up to 300 images, 100 large ones. */
final class TeacherFisher {
    private static final int IMAGES = 300;
    /** Of large images, which have many more positions each. */
    private static final int LARGE_IMAGES = 100;

    private static final int LARGE_PIXELS = 128 * 128;
    private static final RandomSource FACTORY = RandomSource.of(0).child("factory-fisher");

    private final Network network;
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final Workers workers;
    /** The draw of images to what it gave. */
    private final Memo<RandomSource, Map<String, OutputFisher>> known = Memo.keepingAll();

    TeacherFisher(Network network, ImageSource images, Preprocessing preprocessing, Workers workers) {
        this.network = network;
        this.images = images;
        this.preprocessing = preprocessing;
        this.workers = workers;
    }

    /** Of all analog layers, by name. */
    Map<String, OutputFisher> all(Progress progress, CancelToken cancel) {
        return known.get(FACTORY, () -> collected(progress, cancel), cancel);
    }

    private Map<String, OutputFisher> collected(Progress progress, CancelToken cancel) {
        int wanted = images.height() * images.width() < LARGE_PIXELS ? IMAGES : LARGE_IMAGES;
        ImageSource drawn = CalibrationSampling.draw(images, Math.min(wanted, images.count()), FACTORY);
        List<String> layers =
                network.analogLayers().stream().map(AnalogLayer::name).toList();
        Map<String, OutputFisher> found = new LinkedHashMap<>();
        OutputGradients.collect(network, drawn, preprocessing, layers, FACTORY, workers, progress, cancel)
                .forEach((layer, moments) -> found.put(layer, new OutputFisher(moments.positions(), moments.groups())));
        return found;
    }
}
