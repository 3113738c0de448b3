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
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.vera.SetAges;
import org.driftscope.experiment.vera.SimulatedChips;
import org.driftscope.experiment.vera.VectorSets;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * VeRA+: sets of vectors that are made before the chip, each for an age, from simulated chips of other seeds. The chip they are put
 * on is never looked at, so they undo what all chips have in common and leave what is its own.
 */
final class VeraPlus implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.VERA);
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
        return MethodPlan.inSram(spec, settings.vectorSets() * parameters, 0, macs, false);
    }

    /** Numbers of one set. */
    private static long ofLayer(AnalogLayer layer, CalibrationSpec spec) {
        return spec.rank() + layer.cols() + (spec.settings().layerGain() ? 1 : 0);
    }

    @Override
    public long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return ofLayer(layer, spec);
    }

    /** There is a set for each age already. */
    @Override
    public boolean leavesAdapters() {
        return false;
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        CalibrationSpec spec = trial.calibration();
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
        Map<String, List<VectorSet>> sets = trial.bench()
                .calibrations()
                .madeBefore(
                        List.of(SettingUse.relevant(spec), trial.layers(), chips.specs()),
                        () -> fitted(trial, chips, ages, wanted, progress, cancel),
                        cancel);
        CalibratedChip calibrated = trial.calibrated(
                statistics,
                layer -> {
                    WeightMatrix target = trial.target(layer);
                    return new VectorAdapter(
                            layer,
                            spec.rank(),
                            target.rows(),
                            target.cols(),
                            FrozenFactors.SEED,
                            Trial.require(sets, layer),
                            chosen);
                },
                cancel);
        Correction made = Correction.ofAdapters(trial.bench().network(), calibrated, List.of());
        return made.noting(note(made, ages, chosen, chips));
    }

    private static Map<String, List<VectorSet>> fitted(
            Trial trial,
            SimulatedChips chips,
            SetAges ages,
            Map<String, LayerStatistics> statistics,
            Progress progress,
            CancelToken cancel) {
        CalibrationSpec spec = trial.calibration();
        return new VectorSets(trial.bench(), chips, spec.rank(), spec.settings().layerGain())
                .fit(ages, statistics, progress, cancel);
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
