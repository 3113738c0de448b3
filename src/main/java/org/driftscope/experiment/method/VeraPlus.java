package org.driftscope.experiment.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.adapter.FrozenFactors;
import org.driftscope.adapter.VectorAdapter;
import org.driftscope.adapter.VectorSet;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.BenchCalibrations.MadeSets;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.vera.SetAges;
import org.driftscope.experiment.vera.SimulatedChips;
import org.driftscope.experiment.vera.TrainedSets;
import org.driftscope.experiment.vera.VectorSets;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * VeRA+: sets of vectors that are made before the chip, each for an age, from simulated chips of other seeds. The chip they are put
 * on is never looked at, so they undo what all chips have in common and leave what is its own.
 */
final class VeraPlus implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.VERA, Method.VERA_TRAINED);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        MethodSettings settings = spec.settings();
        long parameters = ground.layers().stream()
                .mapToLong(layer -> ofLayer(layer, spec))
                .sum();
        int rank = spec.rank();
        int gain = settings.layerGain() ? 1 : 0;
        long macs = ground.macs(layer ->
                (long) rank * (layer.rows() * layer.groups() + layer.cols() + 1) + (long) (1 + gain) * layer.cols());
        // cells that do not age have one set
        return MethodPlan.inSram(spec, settings.vectorSets() * parameters, 0, macs, settings.vectorSets() > 1);
    }

    /** Numbers of one set. */
    private static long ofLayer(AnalogLayer layer, CalibrationSpec spec) {
        return spec.rank() + layer.cols() + (spec.settings().layerGain() ? 1 : 0);
    }

    @Override
    public long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return ofLayer(layer, spec);
    }

    @Override
    public List<Double> rates(Method method) {
        return method.needsLabels() ? List.of(1e-3, 3e-3) : List.of();
    }

    /** There is a set for each age already. */
    @Override
    public boolean leavesAdapters() {
        return false;
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        CalibrationSpec spec = SettingUse.relevant(trial.calibration());
        SetAges ages = SetAges.of(trial.spec().chip(), spec.settings().vectorSets());
        int chosen = ages.nearest(trial.spec().chip().secondsSinceProgramming());
        // the factory's images, the same for every chip
        Map<String, LayerStatistics> statistics = trial.bench()
                .calibrations()
                .statistics(spec, trial.layers(), SimulatedChips.FIRST_SEED, progress, cancel);
        Map<String, LayerStatistics> wanted = new LinkedHashMap<>();
        trial.layers().forEach(layer -> wanted.put(layer, Trial.require(statistics, layer)));
        SimulatedChips chips = new SimulatedChips(
                trial.bench(),
                trial.spec().chip(),
                spec.settings().simulatedChips(),
                trial.chip().layers().keySet());
        MadeSets sets = trial.bench()
                .calibrations()
                .madeBefore(
                        List.of(spec, trial.layers(), chips.specs()),
                        () -> made(trial, chips, ages, wanted, progress, cancel),
                        cancel);
        CalibratedChip calibrated = trial.calibrated(
                statistics, layer -> adapter(trial, layer, Trial.require(sets.byLayer(), layer), chosen), cancel);
        Correction made = Correction.ofAdapters(trial.bench().network(), calibrated, List.of());
        Correction told = made.noting(note(made, ages, chosen, chips));
        return sets.note().isEmpty() ? told : told.noting(sets.note());
    }

    private static MadeSets made(
            Trial trial,
            SimulatedChips chips,
            SetAges ages,
            Map<String, LayerStatistics> statistics,
            Progress progress,
            CancelToken cancel) {
        CalibrationSpec spec = trial.calibration();
        Map<String, List<VectorSet>> fitted = new VectorSets(
                        trial.bench(), chips, spec.rank(), spec.settings().layerGain())
                .fit(ages, statistics, progress, cancel);
        return spec.method().needsLabels()
                ? trained(factory(trial), chips, fitted, progress, cancel)
                : new MadeSets(fitted, "");
    }

    /** The trial as the factory has it, which knows no chip. */
    private static Trial factory(Trial trial) {
        ExperimentSpec spec = trial.spec();
        return new Trial(
                trial.bench(),
                spec.withChip(spec.chip().withSeed(SimulatedChips.FIRST_SEED)),
                trial.chip(),
                trial.layers(),
                trial.listener());
    }

    /** The learning rate is chosen on a simulated chip as old as the oldest set. */
    private static MadeSets trained(
            Trial factory,
            SimulatedChips chips,
            Map<String, List<VectorSet>> fitted,
            Progress progress,
            CancelToken cancel) {
        ImageSource images = factory.images();
        int steps = LearningRateGrid.steps(factory.calibration().settings(), images.count());
        TrainedSets training = new TrainedSets(factory.bench(), chips, images, steps);
        LearningRateGrid.Best<Map<String, List<VectorSet>>> best = LearningRateGrid.search(
                factory,
                (rate, part) -> training.train(fitted, rate, part, cancel),
                (some, sets) -> factory.bench()
                        .evaluateOn(some, factory.bench().network(), oldest(factory, chips, sets, cancel), cancel),
                progress);
        return new MadeSets(best.result(), best.note());
    }

    /** What the first simulated chip computes with at the age of the last sets. */
    private static Map<String, LayerChange> oldest(
            Trial factory, SimulatedChips chips, Map<String, List<VectorSet>> sets, CancelToken cancel) {
        int last = sets.values().iterator().next().size() - 1;
        double age = sets.values().iterator().next().get(last).age();
        Chip chip = chips.chip(0, age, cancel);
        Map<String, LayerChange> changes = new LinkedHashMap<>(chip.changes());
        sets.forEach((layer, of) -> changes.put(
                layer,
                adapter(factory, layer, of, last)
                        .apply(Trial.require(chip.layers(), layer).weights())));
        return changes;
    }

    private static VectorAdapter adapter(Trial trial, String layer, List<VectorSet> sets, int chosen) {
        WeightMatrix target = trial.target(layer);
        return new VectorAdapter(
                layer, trial.calibration().rank(), target.rows(), target.cols(), FrozenFactors.SEED, sets, chosen);
    }

    private static String note(Correction made, SetAges ages, int chosen, SimulatedChips chips) {
        String choice = ages.ageless() ? "These cells do not age, so one set does for all ages." : ages.words(chosen);
        return String.format(
                Locale.ROOT,
                "%s Sets take %,d bytes and were made from %d simulated chips, not from this one: they undo the shift that all"
                        + " chips share, never a chip's own spread.",
                choice,
                (made.sramBits() + 7) / 8,
                chips.count());
    }
}
