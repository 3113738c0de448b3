package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.driftscope.algebra.AlgebraCheck;
import org.driftscope.calibration.LayerSolver;
import org.driftscope.calibration.Solvers;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.Readout;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.Scoring;
import org.driftscope.evaluation.SingleImages;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
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
    /** Every chip of a model leaves the factory with the same statistics. */
    private static final long FACTORY_SEED = 0x0FAC708E;
    /** A few chips, statistics or sets of solvers of a small network, in bytes. */
    private static final long LEAST_USE = 48L << 20;
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
    private final StatisticsStore statistics;
    private final TeacherFisher fisher;
    private final OpenedStatistics opened = new OpenedStatistics();
    private final Memo<SessionKey, SolverSession> sessions;

    /** What decides the solvers; the rank does not. @param chip compared by identity: the foundry shares equal chips */
    private record SessionKey(IdentityKey chip, CalibrationSpec spec, List<String> layers, long sampleSeed) {}

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
        this.statistics = new StatisticsStore(cleanNetwork, calibration, preprocessing, workers, budget(network));
        this.fisher = new TeacherFisher(network, calibration, preprocessing, workers);
        this.sessions = new Memo<>(budget(network), SolverSession::bytes);
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
        return scores.drifted(spec, layers, () -> chip(spec, layers, cancel).changes(), scoring, progress, cancel);
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
     * Lets calibrations take statistics from a file; kept as long as this workbench.
     *
     * @param sha256 of the file, hex, as specifications name it
     * @param read what the file holds, of this network
     */
    public void addStatistics(String sha256, FactoryStatistics read) {
        opened.add(sha256, read);
    }

    /** Lets another workbench on the same network use the files that this one can. */
    public void lendStatistics(Workbench other) {
        other.opened.addAll(opened);
    }

    /**
     * The teacher's statistics that a calibration works with: of its calibration images, or those from the factory where
     * the specification says so. Gathered once for each draw of images.
     *
     * @param layers names of analog layers
     * @param sampleSeed draws the calibration images
     */
    public Map<String, LayerStatistics> statistics(
            CalibrationSpec spec, Collection<String> layers, long sampleSeed, Progress progress, CancelToken cancel) {
        if (spec.settings().hasStatisticsFile()) {
            return opened.of(spec.settings()).layers();
        }
        int fromFactory = spec.settings().factoryImages();
        return fromFactory > 0
                ? statistics.of(layers, fromFactory, FACTORY_SEED, progress, cancel)
                : statistics.of(layers, spec.samples(), sampleSeed, progress, cancel);
    }

    /**
     * The teacher's output Fisher matrices of all analog layers by name; computed once.
     *
     * @throws org.driftscope.support.ModelFormatException if an operator of the network has no gradient here
     */
    public Map<String, OutputFisher> fisher(Progress progress, CancelToken cancel) {
        return fisher.all(progress, cancel);
    }

    /**
     * The output Fisher matrices that a calibration works with: those of its statistics file where it has one.
     *
     * @throws DriftscopeException if that file holds none
     */
    public Map<String, OutputFisher> fisher(CalibrationSpec spec, Progress progress, CancelToken cancel) {
        if (!spec.settings().hasStatisticsFile()) {
            return fisher(progress, cancel);
        }
        return opened.fisherOf(spec.settings());
    }

    /**
     * Gathers statistics (kept for the same samples and seed) and prepares the solvers (kept for the same chip, method and
     * layers, whatever the rank).
     *
     * @param layers names of layers to calibrate; those not on the chip are skipped
     * @param sampleSeed draws the calibration images
     */
    public CalibrationSession calibrate(
            Chip chip,
            CalibrationSpec spec,
            Collection<String> layers,
            long sampleSeed,
            Progress progress,
            CancelToken cancel) {
        List<String> chosen =
                chip.layers().keySet().stream().filter(layers::contains).toList();
        SessionKey key = new SessionKey(new IdentityKey(chip), spec.withRank(1), chosen, sampleSeed);
        return sessions.get(key, () -> session(chip, spec, chosen, sampleSeed, progress, cancel), cancel);
    }

    private SolverSession session(
            Chip chip,
            CalibrationSpec spec,
            List<String> layers,
            long sampleSeed,
            Progress progress,
            CancelToken cancel) {
        Map<String, LayerStatistics> gathered = statistics(spec, layers, sampleSeed, progress, cancel);
        Map<String, OutputMoments> outputs = outputs(chip, spec, layers, sampleSeed, cancel);
        RandomSource random = RandomSource.of(sampleSeed).child("solver");
        long bytes = LayerBytes.ofSolvers(network.analogLayers().stream()
                .filter(layer -> layers.contains(layer.name()))
                .toList());
        return new SolverSession(
                chip,
                layers,
                (layer, token) -> solver(chip, spec, gathered, outputs, layer, random, token),
                workers,
                bytes);
    }

    /**
     * What a chip puts out for the calibration images, of each layer whose converters make that more than a product; empty where
     * there are no such layers, or no images.
     *
     * @param layers names of analog layers
     * @param sampleSeed draws the calibration images
     */
    public Map<String, OutputMoments> outputs(
            Chip chip, CalibrationSpec spec, Collection<String> layers, long sampleSeed, CancelToken cancel) {
        boolean inTheField = !spec.settings().hasStatisticsFile()
                && spec.settings().factoryImages() == 0
                && spec.settings().measuresOutputs();
        Map<String, Readout> readouts = new LinkedHashMap<>();
        for (String layer : layers) {
            Chip.Layer onChip = chip.layers().get(layer);
            Readout readout = onChip == null ? null : onChip.readout();
            if (inTheField && readout != null && !readout.converters().isIdeal()) {
                readouts.put(layer, readout);
            }
        }
        if (readouts.isEmpty()) {
            return Map.of();
        }
        ImageSource drawn = CalibrationSampling.draw(calibration, spec.samples(), RandomSource.of(sampleSeed));
        return OutputMoments.measure(cleanNetwork, drawn, preprocessing, readouts, workers, cancel);
    }

    private LayerSolver solver(
            Chip chip,
            CalibrationSpec spec,
            Map<String, LayerStatistics> gathered,
            Map<String, OutputMoments> outputs,
            String layer,
            RandomSource random,
            CancelToken cancel) {
        LayerStatistics inputs = gathered.get(layer);
        Chip.Layer onChip = chip.layers().get(layer);
        if (inputs == null || onChip == null) {
            throw new IllegalStateException("no statistics or cells for layer " + layer);
        }
        return Solvers.of(
                spec,
                inputs,
                onChip.crossbar().weights(),
                onChip.weights(),
                outputs.get(layer),
                random.child(layer),
                cancel);
    }

    /** Runs tasks on this bench's crew, each with one native thread; results in the tasks' order. */
    public <T> List<T> runAll(List<Callable<T>> tasks, CancelToken cancel) {
        List<Callable<T>> quiet = new ArrayList<>();
        for (Callable<T> task : tasks) {
            quiet.add(() -> {
                NativeThreads.useOneHere();
                return task.call();
            });
        }
        return workers.runAll(quiet, cancel);
    }

    @Override
    public void close() {
        workers.close();
        scores.close();
        cleanNetwork.close();
    }
}
