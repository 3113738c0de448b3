package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.driftscope.adapter.VectorSet;
import org.driftscope.calibration.FeatureError;
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
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;

/** What a {@link Workbench} keeps for calibrations: the teacher's statistics, files of them, and solvers of chips. */
public final class BenchCalibrations {
    /** Every chip of a model leaves the factory with the same statistics. */
    private static final long FACTORY_SEED = 0x0FAC708E;

    private static final int MOST_MADE = 64;

    private final Network network;
    private final CompiledNetwork cleanNetwork;
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final Workers workers;
    private final StatisticsStore statistics;
    private final TeacherFisher fisher;
    private final OpenedStatistics opened = new OpenedStatistics();
    private final Memo<SessionKey, SolverSession> sessions;

    /** Sets of vectors made before any chip, of a few kinds of chips. */
    private final Memo<Object, MadeSets> made = new Memo<>(MOST_MADE, sets -> 1);

    /** Vectors made before a chip. @param byLayer a set for each age @param note how they were made, a sentence; may be empty */
    public record MadeSets(Map<String, List<VectorSet>> byLayer, String note) {}

    /** What decides the solvers; the rank does not. @param chip compared by identity: the foundry shares equal chips */
    private record SessionKey(IdentityKey chip, CalibrationSpec spec, List<String> layers, long sampleSeed) {}

    /** @param budgetBytes of the statistics that are kept, and of the solvers */
    BenchCalibrations(
            Network network,
            CompiledNetwork cleanNetwork,
            ImageSource images,
            Preprocessing preprocessing,
            Workers workers,
            long budgetBytes) {
        this.network = network;
        this.cleanNetwork = cleanNetwork;
        this.images = images;
        this.preprocessing = preprocessing;
        this.workers = workers;
        this.statistics = new StatisticsStore(cleanNetwork, images, preprocessing, workers, budgetBytes);
        this.fisher = new TeacherFisher(network, images, preprocessing, workers);
        this.sessions = new Memo<>(budgetBytes, SolverSession::bytes);
    }

    /**
     * Lets calibrations take statistics from a file; kept as long as the workbench.
     *
     * @param sha256 of the file, hex, as specifications name it
     * @param read what the file holds, of this network
     */
    public void addStatistics(String sha256, FactoryStatistics read) {
        opened.add(sha256, read);
    }

    /** Lets another workbench on the same network use the files that this one can. */
    public void lendStatistics(BenchCalibrations other) {
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
     * @throws org.driftscope.support.DriftscopeException if that file holds none
     */
    public Map<String, OutputFisher> fisher(CalibrationSpec spec, Progress progress, CancelToken cancel) {
        return spec.settings().hasStatisticsFile() ? opened.fisherOf(spec.settings()) : fisher(progress, cancel);
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
        ImageSource drawn = CalibrationSampling.draw(images, spec.samples(), RandomSource.of(sampleSeed));
        return OutputMoments.measure(cleanNetwork, drawn, preprocessing, readouts, workers, cancel);
    }

    /**
     * Vectors that are made before a chip and serve all of its kind; made once.
     *
     * @param kind all that decides them
     * @param make makes them
     */
    public MadeSets madeBefore(Object kind, Supplier<MadeSets> make, CancelToken cancel) {
        return made.get(kind, make, cancel);
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
        Ground ground = ground(chip, spec, layers, sampleSeed, progress, cancel);
        RandomSource random = RandomSource.of(sampleSeed).child("solver");
        long bytes = LayerBytes.ofSolvers(network.analogLayers().stream()
                .filter(layer -> layers.contains(layer.name()))
                .toList());
        return new SolverSession(chip, layers, (layer, token) -> ground.solver(layer, random, token), workers, bytes);
    }

    /**
     * Feature errors of the layers on a chip before anything is fitted, by layer.
     *
     * @param spec whose images the errors are taken over
     * @param sampleSeed draws them
     */
    public Map<String, LayerDamage> damage(
            Chip chip, CalibrationSpec spec, long sampleSeed, Progress progress, CancelToken cancel) {
        List<String> layers = List.copyOf(chip.layers().keySet());
        Ground ground = ground(chip, spec, layers, sampleSeed, progress, cancel);
        AtomicInteger done = new AtomicInteger();
        List<Callable<LayerDamage>> tasks = new ArrayList<>();
        for (String layer : layers) {
            tasks.add(() -> {
                cancel.throwIfCancelled();
                LayerDamage damage = ground.damage(layer);
                progress.report("Measuring " + layer, done.incrementAndGet(), layers.size());
                return damage;
            });
        }
        List<LayerDamage> found = QuietTasks.run(workers, tasks, cancel);
        Map<String, LayerDamage> byName = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            byName.put(layers.get(i), found.get(i));
        }
        return byName;
    }

    private Ground ground(
            Chip chip,
            CalibrationSpec spec,
            List<String> layers,
            long sampleSeed,
            Progress progress,
            CancelToken cancel) {
        return new Ground(
                chip,
                spec,
                statistics(spec, layers, sampleSeed, progress, cancel),
                outputs(chip, spec, layers, sampleSeed, cancel));
    }

    /** What a fit of any of a chip's layers starts from. */
    private record Ground(
            Chip chip,
            CalibrationSpec spec,
            Map<String, LayerStatistics> statistics,
            Map<String, OutputMoments> outputs) {
        LayerSolver solver(String layer, RandomSource random, CancelToken cancel) {
            Chip.Layer onChip = onChip(layer);
            return Solvers.of(
                    spec,
                    inputs(layer),
                    onChip.crossbar().weights(),
                    onChip.weights(),
                    outputs.get(layer),
                    random.child(layer),
                    cancel);
        }

        LayerDamage damage(String layer) {
            Chip.Layer onChip = onChip(layer);
            FeatureError error =
                    new FeatureError(inputs(layer), onChip.crossbar().weights(), onChip.weights(), outputs.get(layer));
            return new LayerDamage(error.of(null), error.outputVariance());
        }

        private LayerStatistics inputs(String layer) {
            LayerStatistics inputs = statistics.get(layer);
            if (inputs == null) {
                throw new IllegalStateException("no statistics of layer " + layer);
            }
            return inputs;
        }

        private Chip.Layer onChip(String layer) {
            Chip.Layer onChip = chip.layers().get(layer);
            if (onChip == null) {
                throw new IllegalStateException("no cells of layer " + layer);
            }
            return onChip;
        }
    }
}
