package org.driftscope.calibration.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.crossbar.Readout;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.TileOutputs;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a chip's layer puts out for the teacher's inputs: all that a fit needs of a chip whose outputs are not a product of its
 * inputs with any weights. With z an output and x the inputs of its group:
 *
 * @param crossed {@code E[x z]} of each group, [rows, cols of the group]; not to be modified
 * @param power {@code E[z^2]}, one a column
 * @param mean {@code E[z]}, one a column
 */
public record OutputMoments(List<Matrix> crossed, double[] power, double[] mean) {
    public OutputMoments {
        crossed = List.copyOf(crossed);
    }

    /**
     * Measures layers. Noise that differs from read to read is left out, as if reads were repeated and averaged.
     *
     * @param images those that the layers' statistics were gathered on
     * @param readouts of the layers to measure, by name
     */
    public static Map<String, OutputMoments> measure(
            CompiledNetwork teacher,
            ImageSource images,
            Preprocessing preprocessing,
            Map<String, Readout> readouts,
            Workers workers,
            CancelToken cancel) {
        Map<String, TileOutputs> tiles = new HashMap<>();
        try {
            Map<String, TeacherPass.Look<OutputMoments>> looks = new HashMap<>();
            readouts.forEach((name, readout) -> {
                TileOutputs outputs = TileOutputs.of(teacher.network().analogLayer(name), readout.withoutNoise());
                tiles.put(name, outputs);
                looks.put(name, (layer, input) -> of(layer, input, outputs.of(input)));
            });
            List<Map<String, OutputMoments>> ofImages =
                    TeacherPass.ofEach(teacher, images, preprocessing, looks, workers, cancel);
            Map<String, OutputMoments> measured = new HashMap<>();
            readouts.keySet()
                    .forEach(name -> measured.put(
                            name,
                            mean(ofImages.stream()
                                    .filter(image -> image.containsKey(name))
                                    .map(image -> image.get(name))
                                    .toList())));
            return measured;
        } finally {
            tiles.values().forEach(TileOutputs::close);
        }
    }

    /** Of one image. @param z row-major [positions, cols] */
    private static OutputMoments of(AnalogLayer layer, INDArray input, float[] z) {
        PatchLayout layout = PatchLayout.of(layer, input.shape());
        INDArray plain = NativeArrays.contiguous(input);
        float[] values = new float[Math.toIntExact(plain.length())];
        NativeArrays.buffer(plain).get(values);
        if (plain != input) {
            plain.close();
        }
        int patches = layout.lines() * layout.lineLength();
        int groupCols = layer.cols() / layer.groups();
        List<Matrix> crossed = new ArrayList<>();
        float[] chunk = new float[layer.rows() * patches];
        for (int group = 0; group < layer.groups(); group++) {
            layout.copy(values, group, 0, layout.lines(), chunk);
            Matrix outputs = Matrix.ofColumns(z, layer.cols(), group * groupCols, groupCols);
            crossed.add(Products.transposedTimes(new Matrix(patches, layer.rows(), doubles(chunk)), outputs)
                    .times(1.0 / patches));
        }
        double[] power = new double[layer.cols()];
        double[] mean = new double[layer.cols()];
        for (int i = 0; i < z.length; i++) {
            power[i % mean.length] += (double) z[i] * z[i] / patches;
            mean[i % mean.length] += (double) z[i] / patches;
        }
        return new OutputMoments(crossed, power, mean);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Images count alike: all have as many positions. */
    private static OutputMoments mean(List<OutputMoments> images) {
        OutputMoments first = images.get(0);
        List<Matrix> crossed = new ArrayList<>();
        for (int group = 0; group < first.crossed.size(); group++) {
            int g = group;
            Matrix like = first.crossed.get(g);
            crossed.add(new Matrix(
                    like.rows(),
                    like.cols(),
                    mean(
                            images.stream()
                                    .map(image -> image.crossed.get(g).values())
                                    .toList(),
                            like.values().length)));
        }
        int cols = first.power.length;
        return new OutputMoments(
                crossed,
                mean(images.stream().map(OutputMoments::power).toList(), cols),
                mean(images.stream().map(OutputMoments::mean).toList(), cols));
    }

    private static double[] mean(List<double[]> parts, int length) {
        double[] mean = new double[length];
        parts.forEach(part -> Matrix.addScaledInPlace(1.0 / parts.size(), part, 0, mean, 0, length));
        return mean;
    }
}
