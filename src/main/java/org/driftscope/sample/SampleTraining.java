package org.driftscope.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.Preprocessing;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.Network;
import org.driftscope.sample.scene.SceneGenerator;
import org.driftscope.sample.scene.ShapeClass;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.LearningRate;
import org.driftscope.training.NetworkTrainer;
import org.driftscope.training.Sgd;
import org.driftscope.training.TrainingPlan;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.BatchSource;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.ParameterLayout;

/**
 * Makes the bundled sample: draws the images, trains the network on its own training split, and writes both with a
 * manifest. The same program gives the same images everywhere, and the same network on the same kind of machine.
 */
public final class SampleTraining {
    /** Of images, first weights and order. */
    static final long SEED = 1;

    static final String EVALUATION = "evaluation";
    static final String CALIBRATION = "calibration";
    private static final int BATCH = 32;
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 5e-4;
    private static final double PEAK_RATE = 0.05;
    private static final int WARM_UP = 100;
    private static final int SHARDS = 2;

    /**
     * How much is made.
     *
     * @param trainingImages drawn for training, not stored
     * @param evaluationImages stored
     * @param calibrationImages stored
     * @param steps of training, batches of 32
     */
    record Size(int trainingImages, int evaluationImages, int calibrationImages, int steps) {
        static final Size FULL = new Size(16_000, 2_000, 500, 2_500);
    }

    private SampleTraining() {}

    /**
     * Makes the whole sample, minutes of work.
     *
     * @param out folder for model.onnx, evaluation.bin, calibration.bin, names of the classes and MANIFEST
     */
    public static void run(Path out, Progress progress, CancelToken cancel) {
        make(out, Size.FULL, progress, cancel);
    }

    static void make(Path out, Size size, Progress progress, CancelToken cancel) {
        SceneGenerator generator = new SceneGenerator(SEED);
        SampleImages evaluation = draw(generator, EVALUATION, size.evaluationImages(), progress, cancel);
        SampleImages calibration = draw(generator, CALIBRATION, size.calibrationImages(), progress, cancel);
        SampleImages training = draw(generator, "training", size.trainingImages(), progress, cancel);
        Network network = train(training, size.steps(), progress, cancel);
        double accuracy = accuracy(network, evaluation, progress, cancel);
        OnnxWriter.write(network, out.resolve("model.onnx"));
        List<String> files = new ArrayList<>(List.of("model.onnx"));
        for (SampleImages images : List.of(evaluation, calibration)) {
            AtomicFiles.write(out.resolve(images.name() + ".bin"), images.toCifarBinary());
            files.add(images.name() + ".bin");
            byte[] names = SampleManifest.lines(ShapeClass.titles());
            AtomicFiles.write(out.resolve(images.name() + ".classes.txt"), names);
            files.add(images.name() + ".classes.txt");
        }
        AtomicFiles.write(out.resolve("MANIFEST"), SampleManifest.text(out, files, notes(size, accuracy)));
    }

    private static SampleImages draw(
            SceneGenerator generator, String split, int count, Progress progress, CancelToken cancel) {
        cancel.throwIfCancelled();
        progress.report("Drawing " + split + " images", 0, 1);
        SampleImages images = SampleImages.draw(generator, split, count);
        progress.report("Drawing " + split + " images", 1, 1);
        return images;
    }

    private static Network train(SampleImages images, int steps, Progress progress, CancelToken cancel) {
        RandomSource random = RandomSource.of(SEED).child("training");
        Network start = SampleNetwork.untrained(ShapeClass.values().length, random.child("weights"));
        ParameterLayout layout = ParameterLayout.trainable(start);
        BatchSource batches = new ImageBatches(images, preprocessing(), BATCH, random.child("order"));
        LearningRate rate = LearningRate.cosine(PEAK_RATE, Math.min(WARM_UP, steps / 5 + 1));
        TrainingPlan plan = new TrainingPlan(steps, rate, BatchNormMode.TRAINING, 0, SHARDS);
        return new NetworkTrainer(plan)
                .train(
                        start,
                        layout,
                        new Sgd(layout, MOMENTUM, DECAY),
                        new AugmentedBatches(batches, random.child("augmentation")),
                        progress,
                        cancel);
    }

    /** Top-1 of the trained network, 0 to 1. */
    static double accuracy(Network network, SampleImages images, Progress progress, CancelToken cancel) {
        ParameterLayout nothing = ParameterLayout.of(network, List.of());
        GradientPass pass = new GradientPass(network, nothing, BatchNormMode.FROZEN, 0);
        RandomSource order = RandomSource.of(SEED);
        int correct = 0;
        for (int from = 0; from < images.count(); from += BATCH) {
            cancel.throwIfCancelled();
            int to = Math.min(images.count(), from + BATCH);
            int[] part = IntStream.range(from, to).toArray();
            BatchSource batch = new ImageBatches(new ImageSubset(images, part), preprocessing(), BATCH, order);
            correct += pass.run(new float[0], batch.batch(0)).correct();
            progress.report("Evaluating", to, images.count());
        }
        return (double) correct / images.count();
    }

    private static Preprocessing preprocessing() {
        return Preprocessing.preset("cifar10");
    }

    private static List<String> notes(Size size, double accuracy) {
        return List.of(
                "origin: drawn and trained by Driftscope's own program (org.driftscope.sample); nothing downloaded",
                "licence: Apache-2.0",
                "command: driftscope make-sample --out sample-data",
                "seed: " + SEED,
                "images: CIFAR-10 binary format, 32 x 32 RGB, preprocessing cifar10",
                "training: " + size.trainingImages() + " images, " + size.steps() + " steps of " + BATCH,
                String.format(Locale.ROOT, "accuracy: %.4f on the evaluation images", accuracy));
    }
}
