package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gathers layer statistics from images. Images run through the network a batch at a time; the layers' moments are then
 * summed in parallel. Batches and sums do not depend on the number of threads.
 */
public final class StatisticsCollector {
    private static final int MOST_IMAGES_AT_ONCE = 16;
    /** Input values of a batch: what enters all layers is held until their moments are summed. */
    private static final int VALUES_AT_ONCE = 1 << 19;

    private final CompiledNetwork teacher;
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final Map<String, MomentAccumulator> moments = new LinkedHashMap<>();

    private StatisticsCollector(
            CompiledNetwork teacher, ImageSource images, Preprocessing preprocessing, Collection<String> layers) {
        this.teacher = teacher;
        this.images = images;
        this.preprocessing = preprocessing;
        Set<String> wanted = Set.copyOf(layers);
        for (AnalogLayer layer : teacher.network().analogLayers()) {
            if (wanted.contains(layer.name())) {
                moments.put(layer.name(), new MomentAccumulator(layer));
            }
        }
    }

    /**
     * Statistics of what enters some layers.
     *
     * @param teacher the clean network
     * @param images the calibration images, labels not looked at
     * @param layers names of analog layers
     * @param threads worker threads, at least 1
     * @return statistics by layer's name, in order of execution
     */
    public static Map<String, LayerStatistics> collect(
            CompiledNetwork teacher,
            ImageSource images,
            Preprocessing preprocessing,
            Collection<String> layers,
            int threads,
            Progress progress,
            CancelToken cancel) {
        StatisticsCollector collector = new StatisticsCollector(teacher, images, preprocessing, layers);
        ExecutorService workers = Executors.newFixedThreadPool(threads, StatisticsCollector::worker);
        try {
            return collector.collect(workers, progress, cancel);
        } finally {
            workers.shutdownNow();
        }
    }

    private Map<String, LayerStatistics> collect(ExecutorService workers, Progress progress, CancelToken cancel) {
        int batch = Math.max(1, Math.min(MOST_IMAGES_AT_ONCE, VALUES_AT_ONCE / valuesPerImage()));
        for (int from = 0; from < images.count(); from += batch) {
            cancel.throwIfCancelled();
            int to = Math.min(images.count(), from + batch);
            List<Features> features = forward(from, to);
            List<Future<?>> running = new ArrayList<>();
            for (Features entering : features) {
                running.add(workers.submit(() -> add(entering, cancel)));
            }
            running.forEach(StatisticsCollector::await);
            progress.report("Gathering layer statistics", to, images.count());
        }
        Map<String, LayerStatistics> statistics = new LinkedHashMap<>();
        moments.forEach((name, accumulator) -> statistics.put(name, accumulator.finish(images.count())));
        return statistics;
    }

    /** Runs a batch and keeps what entered the wanted layers. */
    private List<Features> forward(int from, int to) {
        List<Features> features = new ArrayList<>();
        try (INDArray batch = read(from, to);
                INDArray scores = teacher.forward(batch, (layer, input) -> {
                    MomentAccumulator accumulator = moments.get(layer.name());
                    if (accumulator != null) {
                        features.add(new Features(accumulator, flat(input), input.shape()));
                    }
                })) {
            return features;
        }
    }

    private INDArray read(int from, int to) {
        float[] pixels = new float[(to - from) * valuesPerImage()];
        for (int i = from; i < to; i++) {
            int offset = (i - from) * valuesPerImage();
            images.read(i, pixels, offset);
            preprocessing.applyInPlace(pixels, offset, images.channels(), images.height() * images.width());
        }
        return Nd4j.create(pixels, new long[] {to - from, images.channels(), images.height(), images.width()}, 'c');
    }

    private int valuesPerImage() {
        return images.channels() * images.height() * images.width();
    }

    private static void add(Features features, CancelToken cancel) {
        if (!cancel.isCancelled()) {
            features.accumulator().add(features.values(), features.shape());
        }
    }

    /** A copy of an array's elements in row-major order; a view's buffer holds more than the view. */
    private static float[] flat(INDArray array) {
        if (array.ordering() == 'c' && !array.isView()) {
            return array.data().asFloat();
        }
        try (INDArray copy = array.dup('c')) {
            return copy.data().asFloat();
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriftscopeException("Gathering layer statistics was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new DriftscopeException("Gathering layer statistics failed.", e.getCause());
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "layer-statistics");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What entered a layer.
     *
     * @param accumulator the layer's moments
     * @param values flat copy
     * @param shape of the array
     */
    private record Features(MomentAccumulator accumulator, float[] values, long[] shape) {}
}
