package org.driftscope.calibration.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.FeatureTap;
import org.driftscope.network.run.ImageNumbers;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

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
                moments.put(layer.name(), new MomentAccumulator(layer, images.count()));
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
        try (Workers workers = new Workers("layer-statistics", threads)) {
            return collect(teacher, images, preprocessing, layers, workers, progress, cancel);
        }
    }

    /** As above, on a crew that is shared with others. @param workers not closed */
    public static Map<String, LayerStatistics> collect(
            CompiledNetwork teacher,
            ImageSource images,
            Preprocessing preprocessing,
            Collection<String> layers,
            Workers workers,
            Progress progress,
            CancelToken cancel) {
        return new StatisticsCollector(teacher, images, preprocessing, layers).collect(workers, progress, cancel);
    }

    private Map<String, LayerStatistics> collect(Workers workers, Progress progress, CancelToken cancel) {
        int batch = batchSize();
        for (int from = 0; from < images.count(); from += batch) {
            int first = from;
            int to = Math.min(images.count(), from + batch);
            Callable<List<Features>> pass = () -> forward(first, to, cancel);
            workers.runAll(workers.runAll(List.of(pass), cancel).get(0), cancel);
            progress.report("Gathering layer statistics", to, images.count());
        }
        Map<String, LayerStatistics> statistics = new LinkedHashMap<>();
        moments.forEach(
                (name, accumulator) -> statistics.put(name, accumulator.finish().requireFinite()));
        return statistics;
    }

    /** Runs a batch and keeps what entered the wanted layers. */
    private List<Features> forward(int from, int to, CancelToken cancel) {
        NativeThreads.useOneHere();
        List<Features> features = new ArrayList<>();
        try (INDArray batch = read(from, to);
                INDArray scores = teacher.forward(batch, tap(features, to - from), ImageNumbers.inOrder(), cancel)) {
            return features;
        }
    }

    private FeatureTap tap(List<Features> features, int count) {
        return (layer, input) -> {
            MomentAccumulator accumulator = moments.get(layer.name());
            if (accumulator != null) {
                features.add(features(accumulator, layer, input, count));
            }
        };
    }

    /** What entered a layer for the first images of a batch; for all where it cannot be told apart. */
    private Features features(MomentAccumulator accumulator, AnalogLayer layer, INDArray input, int count) {
        int fixed = teacher.fixedBatch();
        int axis = fixed == 0 || images.count() % fixed == 0 ? -1 : teacher.batchAxis(layer);
        if (axis < 0 || count == fixed) {
            // filled batches hold more than the images: as if all were one image's, so that there is room for them
            boolean filled = fixed > 0 && images.count() % fixed != 0 && axis < 0;
            return new Features(accumulator, flat(input), input.shape(), filled ? 1 : count);
        }
        INDArrayIndex[] part = new INDArrayIndex[input.rank()];
        Arrays.fill(part, NDArrayIndex.all());
        part[axis] = NDArrayIndex.interval(0, count);
        try (INDArray own = input.get(part).dup('c')) {
            return new Features(accumulator, flat(own), own.shape(), count);
        }
    }

    private int batchSize() {
        int fixed = teacher.fixedBatch();
        int bounded = Math.max(1, Math.min(MOST_IMAGES_AT_ONCE, VALUES_AT_ONCE / valuesPerImage()));
        return fixed > 0 ? fixed : bounded;
    }

    /** The images as a batch; filled up with images from the first on where the network takes one size only. */
    private INDArray read(int from, int to) {
        int size = Math.max(to - from, teacher.fixedBatch());
        float[] pixels = new float[size * valuesPerImage()];
        for (int i = from; i < from + size; i++) {
            int offset = (i - from) * valuesPerImage();
            images.read(i % images.count(), pixels, offset);
            preprocessing.applyInPlace(pixels, offset, images.channels(), images.height() * images.width());
        }
        return NativeArrays.of(pixels, size, images.channels(), images.height(), images.width());
    }

    private int valuesPerImage() {
        return images.channels() * images.height() * images.width();
    }

    /** A copy of an array's elements in row-major order. */
    private static float[] flat(INDArray array) {
        INDArray plain = NativeArrays.contiguous(array);
        float[] values = new float[Math.toIntExact(plain.length())];
        NativeArrays.buffer(plain).get(values);
        if (plain != array) {
            plain.close();
        }
        return values;
    }

    /**
     * What entered a layer, still to be summed.
     *
     * @param accumulator the layer's moments
     * @param values flat copy, beginning with the images' values
     * @param shape of the images' part
     * @param images how many
     */
    private record Features(MomentAccumulator accumulator, float[] values, long[] shape, int images)
            implements Callable<Boolean> {
        @Override
        public Boolean call() {
            accumulator.add(values, shape, images);
            return true;
        }
    }
}
