package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.FeatureTap;
import org.driftscope.network.run.ImageNumbers;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shows single images of a set to a network: what it answers, and what a layer makes of them. */
public final class SingleImages {
    private final ImageSource images;
    private final Preprocessing preprocessing;

    public SingleImages(ImageSource images, Preprocessing preprocessing) {
        this.images = images;
        this.preprocessing = preprocessing;
    }

    /**
     * The network's scores, one row an image.
     *
     * @param numbers of the images
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public List<float[]> scores(CompiledNetwork network, List<Integer> numbers, CancelToken cancel) {
        List<float[]> scores = new ArrayList<>();
        for (int number : numbers) {
            scores.add(shown(network, number, null, cancel));
        }
        return scores;
    }

    /**
     * What one layer puts out for an image.
     *
     * @param layer name of an analog layer
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public FeatureMaps features(CompiledNetwork network, int number, String layer, CancelToken cancel) {
        Outputs outputs = new Outputs(network.network().analogLayer(layer));
        shown(network, number, outputs, cancel);
        if (outputs.maps == null) {
            throw new IllegalStateException("layer " + layer + " did not run");
        }
        return outputs.maps;
    }

    /** A batch of copies where the network takes no single image. */
    private float[] shown(CompiledNetwork network, int number, @Nullable FeatureTap tap, CancelToken cancel) {
        int rows = Math.max(1, network.fixedBatch());
        long[] numbers = new long[rows];
        Arrays.fill(numbers, number);
        try (INDArray input = input(number, rows);
                INDArray scores = network.forward(input, tap, new ImageNumbers(numbers), cancel)) {
            float[] all = scores.data().asFloat();
            return Arrays.copyOf(all, all.length / rows);
        }
    }

    private INDArray input(int number, int rows) {
        int area = images.height() * images.width();
        int size = images.channels() * area;
        float[] image = new float[size];
        images.read(number, image, 0);
        preprocessing.applyInPlace(image, 0, images.channels(), area);
        float[] batch = new float[rows * size];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(image, 0, batch, row * size, size);
        }
        INDArray input =
                Nd4j.createUninitialized(DataType.FLOAT, rows, images.channels(), images.height(), images.width());
        input.data().setData(batch);
        return input;
    }

    /** Keeps what one layer puts out for the first image of the batch. */
    private static final class Outputs implements FeatureTap {
        private final AnalogLayer wanted;
        private @Nullable FeatureMaps maps;

        Outputs(AnalogLayer wanted) {
            this.wanted = wanted;
        }

        @Override
        public void input(AnalogLayer layer, INDArray input) {}

        @Override
        public void output(AnalogLayer layer, Supplier<Tensor> output) {
            if (!layer.name().equals(wanted.name()) || maps != null) {
                return;
            }
            Tensor tensor = output.get();
            long[] shape = tensor.shape();
            boolean convolution = wanted.geometry() != null;
            int channels = (int) (convolution ? shape[1] : shape[shape.length - 1]);
            int width = convolution ? (int) shape[shape.length - 1] : 1;
            int height = convolution && shape.length == 4 ? (int) shape[2] : 1;
            maps = convolution
                    ? new FeatureMaps(
                            channels, height, width, Arrays.copyOf(tensor.floats(), channels * height * width))
                    : places(tensor, shape, channels);
        }

        /** A dense layer's outputs at each place of the image, e.g. at each token, as maps of one row. */
        private FeatureMaps places(Tensor tensor, long[] shape, int channels) {
            int rows = 1;
            for (int axis = 1; axis < shape.length - 1; axis++) {
                rows *= (int) shape[axis];
            }
            float[] all = tensor.floats();
            float[] values = new float[channels * rows];
            for (int row = 0; row < rows; row++) {
                for (int channel = 0; channel < channels; channel++) {
                    values[channel * rows + row] = all[row * channels + channel];
                }
            }
            return new FeatureMaps(channels, 1, rows, values);
        }
    }
}
