package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.driftscope.algebra.AlgebraCheck;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.ReadSpread;
import org.driftscope.evaluation.Scoring;
import org.driftscope.evaluation.SingleImages;
import org.driftscope.experiment.score.BenchScores;
import org.driftscope.experiment.score.CheckImages;
import org.driftscope.experiment.score.OtherImages;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/**
 * A network with its images, and everything one can do to it: drift, evaluate, calibrate. Accuracies before calibration,
 * chips, layer statistics, factorisations and activations that do not change are computed once and kept. The window and
 * the command line both work on it. Thread-safe; long calls look at their cancel token between batches and layers.
 *
 * <p>One crew of threads does all the computing, however many callers there are.
 *
 * <p>Memory that is kept, with d inputs and o outputs a layer and H the Java heap's limit: activations up to 512 MB
 * outside the heap; chips, {@code 24 sum(d o)} bytes each, statistics, {@code 8 sum(groups d^2)} bytes a draw of
 * calibration images, and factorisations, {@code 8 sum(6 d o + 3 o^2 / groups)} bytes a chip and method, up to H/32 of
 * each kind (48 MB, or 64 bytes a parameter, where that is less) or one of it where that is more; statistics from files, as large as a draw's, as long as the workbench. What
 * callers hold comes on top: one of each a trial that runs.
 */
public final class Workbench implements AutoCloseable {
    /** A few chips, statistics or sets of solvers of a small network, in bytes. */
    private static final long LEAST_USE = 48L << 20;
    /** Checks of chips on demand that are remembered. */
    private static final int MOST_LIVES = 4096;
    /** Of a chip with its cells programmed and drifted, and as much again. */
    private static final long BYTES_A_PARAMETER = 64;

    private final Network network;
    private final ImageSource images;
    private final ImageSource calibration;
    private final Preprocessing preprocessing;
    private final int threads;
    private final CompiledNetwork cleanNetwork;
    private final BenchScores scores;
    private final Workers workers;
    private final ChipFoundry foundry;
    private final ConverterRanges converters;
    private final SumSurvey sums;
    private final BenchCalibrations calibrations;
    private final OtherImages otherImages;
    private final CheckImages checkImages;
    private final Memo<ExperimentSpec, Service> lives = new Memo<>(MOST_LIVES, life -> 1);

    /**
     * @param evaluation images to score with
     * @param calibration images to draw calibration samples from
     * @param threads worker threads, at least 1
     * @throws org.driftscope.support.IncompatibleShapeException if images and network do not fit
     * @throws org.driftscope.support.DriftscopeException if the numerical library computes wrongly on this machine
     */
    public Workbench(
            Network network,
            ImageSource evaluation,
            ImageSource calibration,
            Preprocessing preprocessing,
            int threads) {
        AlgebraCheck.require();
        this.network = network;
        this.images = evaluation;
        this.calibration = calibration;
        this.preprocessing = preprocessing;
        this.threads = threads;
        this.workers = new Workers("workbench", threads);
        this.cleanNetwork = CompiledNetwork.clean(network);
        this.scores = new BenchScores(cleanNetwork, evaluation, preprocessing, workers);
        this.foundry = new ChipFoundry(network, workers, budget(network));
        this.converters = new ConverterRanges(
                cleanNetwork, calibration.count() > 0 ? calibration : evaluation, preprocessing, workers);
        this.sums = new SumSurvey(cleanNetwork, converters, preprocessing, workers);
        this.otherImages = new OtherImages(cleanNetwork, preprocessing, workers);
        this.checkImages = new CheckImages(network, calibration, otherImages);
        this.calibrations =
                new BenchCalibrations(network, cleanNetwork, calibration, preprocessing, workers, budget(network));
    }

    /**
     * For each kind of thing that is kept: a share of the heap, and no more than a network of this size has use for, so that
     * the memory of a long day with a small one stays level however large the machine.
     */
    private static long budget(Network network) {
        long use = Math.max(LEAST_USE, BYTES_A_PARAMETER * network.parameters());
        return Math.min(use, Runtime.getRuntime().maxMemory() / 32);
    }

    public Network network() {
        return network;
    }

    public ImageSource evaluationImages() {
        return images;
    }

    public ImageSource calibrationImages() {
        return calibration;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    public int threads() {
        return threads;
    }

    /** Accuracy of the clean network; computed once. */
    public Accuracy clean(Progress progress, CancelToken cancel) {
        return clean(Scoring.all(), progress, cancel);
    }

    /** Accuracy of the clean network, on some or all of the images; each image is scored once. */
    public Accuracy clean(Scoring scoring, Progress progress, CancelToken cancel) {
        return scores.clean(scoring, progress, cancel);
    }

    /**
     * Accuracy of {@link #chip} before calibration; computed once.
     *
     * @param layers names of analog layers to put on the chip; the others stay clean
     */
    public Accuracy drifted(ChipSpec spec, Collection<String> layers, Progress progress, CancelToken cancel) {
        return drifted(spec, layers, Scoring.all(), progress, cancel);
    }

    /** The same on some or all of the images; each image is scored once. */
    public Accuracy drifted(
            ChipSpec spec, Collection<String> layers, Scoring scoring, Progress progress, CancelToken cancel) {
        return scores.drifted(spec, layers, 0, () -> chip(spec, layers, cancel).changes(), scoring, progress, cancel);
    }

    /** Whether the images are scored in parts, so that a figure on the first of them is there long before that on all. */
    public boolean scoresInParts() {
        return scores.inParts();
    }

    /**
     * Programs and drifts layers.
     *
     * @param layers names of analog layers to put on the chip; the others stay clean
     */
    public Chip chip(ChipSpec spec, Collection<String> layers, CancelToken cancel) {
        return foundry.make(spec, layers, converters.of(spec, cancel), cancel);
    }

    /** One layer of {@link #chip} alone, for live pictures; the same numbers as in the whole chip, with ideal converters. */
    public Chip.Layer chipLayer(ChipSpec spec, String layer) {
        return foundry.layer(spec, layer);
    }

    /**
     * How the partial sums of a chip's layers spread, beside the ranges of their converters.
     *
     * @param layers names of those to look at; those that are on no crossbar are left out
     * @return in the order of execution, of each layer all slices of its weights, the most significant first
     */
    public List<LayerSums> partialSums(ChipSpec spec, Chip chip, Collection<String> layers, CancelToken cancel) {
        return sums.of(spec, chip, layers, cancel);
    }

    /** As {@link #chipLayer}, with what wires take worked out roughly: at once, for pictures that follow a hand. */
    public Chip.Layer chipLayerRoughly(ChipSpec spec, String layer) {
        return foundry.layerRoughly(spec, layer);
    }

    /** Accuracy with changed layers; starts from the first layer that changed where activations were kept. */
    public Accuracy evaluate(Map<String, LayerChange> changes, Progress progress, CancelToken cancel) {
        return evaluate(network, changes, Scoring.all(), progress, cancel);
    }

    /** The same of this network or another of the same inputs and classes, e.g. after training. */
    public Accuracy evaluate(Network other, Map<String, LayerChange> changes, Progress progress, CancelToken cancel) {
        return evaluate(other, changes, Scoring.all(), progress, cancel);
    }

    /**
     * The same on some or all of the images.
     *
     * @param other this network, or one of the same inputs and classes
     * @param changes to its layers
     */
    public Accuracy evaluate(
            Network other, Map<String, LayerChange> changes, Scoring scoring, Progress progress, CancelToken cancel) {
        return scores.evaluate(other, changes, scoring, progress, cancel);
    }

    /**
     * How accuracy differs from read to read of one chip; each read has its own number, so that the same number gives the same
     * noise.
     *
     * @param other this network, or one of the same inputs and classes
     * @param changes to its layers, as the first read meets them
     * @param first what the first read gave
     * @param reads in all, two or more
     */
    public ReadSpread reads(
            Network other,
            Map<String, LayerChange> changes,
            Accuracy first,
            int reads,
            Progress progress,
            CancelToken cancel) {
        List<Double> top1 = new ArrayList<>(List.of(first.top1()));
        for (int read = 1; read < reads; read++) {
            top1.add(evaluate(other, LayerChange.atRead(changes, read), progress, cancel)
                    .top1());
        }
        return new ReadSpread(top1);
    }

    /** Top-1 of each read of {@link #chip} before calibration, as {@link #reads} has them; each computed once. */
    public List<Double> driftedReads(
            ChipSpec spec, Collection<String> layers, int reads, Progress progress, CancelToken cancel) {
        return IntStream.range(0, reads)
                .mapToObj(read -> scores.drifted(
                                spec,
                                layers,
                                read,
                                () -> LayerChange.atRead(
                                        chip(spec, layers, cancel).changes(), read),
                                Scoring.all(),
                                progress,
                                cancel)
                        .top1())
                .toList();
    }

    /**
     * What single images of the evaluation set do in a network with changed layers.
     *
     * @param other this network, or one of the same inputs and classes
     * @param changes to its layers
     * @param how looks; the network is closed after it
     */
    public <T> T look(
            Network other, Map<String, LayerChange> changes, BiFunction<SingleImages, CompiledNetwork, T> how) {
        return scores.look(other, changes, student -> how.apply(new SingleImages(images, preprocessing), student));
    }

    /**
     * Accuracy on images that are not the evaluation set; not remembered.
     *
     * @param other this network, or one of the same inputs and classes
     * @param changes to its layers
     */
    public Accuracy evaluateOn(ImageSource some, Network other, Map<String, LayerChange> changes, CancelToken cancel) {
        return otherImages.evaluate(some, other, changes, cancel);
    }

    /**
     * Share of check images, unlabelled and drawn from the calibration images, for which a network gives the clean one's answer.
     *
     * @param other this network, or one of the same inputs and classes
     * @param changes to its layers
     * @param count of images
     * @throws org.driftscope.support.SpecException if there are not that many
     */
    public double agreement(Network other, Map<String, LayerChange> changes, int count, CancelToken cancel) {
        return checkImages.agreement(other, changes, count, cancel);
    }

    /** What was done for a chip up to an age; lived through once. @param life lives through it */
    public Service serviced(ExperimentSpec spec, Supplier<Service> life, CancelToken cancel) {
        return lives.get(spec, life, cancel);
    }

    /** What calibrations start from: the teacher's statistics, and solvers of chips. */
    public BenchCalibrations calibrations() {
        return calibrations;
    }

    /** Runs tasks on this bench's crew, each with one native thread; results in the tasks' order. */
    public <T> List<T> runAll(List<Callable<T>> tasks, CancelToken cancel) {
        return QuietTasks.run(workers, tasks, cancel);
    }

    @Override
    public void close() {
        workers.close();
        scores.close();
        cleanNetwork.close();
    }
}
