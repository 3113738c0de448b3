package org.driftscope.calibration.spec;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec.Method;

/** The settings of a calibration that not every method looks at. */
public enum SettingUse {
    /** {@link CalibrationSpec#rank()}. */
    RANK,
    /** {@link CalibrationSpec#magnitude()}. */
    MAGNITUDE,
    /** {@link CalibrationSpec#bias()}. */
    BIAS,
    /** {@link MethodSettings#layerGain()}. */
    LAYER_GAIN,
    /** {@link CalibrationSpec#solver()}. */
    SOLVER,
    /** {@link MethodSettings#budget()}. */
    BUDGET,
    /** {@link MethodSettings#readoutNoise()}. */
    READOUT_NOISE,
    /** {@link MethodSettings#mostAffected()}, and which layers are chosen at all. */
    LAYERS,
    /** {@link MethodSettings#learningRate()}. */
    LEARNING_RATE,
    /** {@link MethodSettings#steps()}. */
    STEPS,
    /** {@link MethodSettings#factoryImages()} and {@link MethodSettings#statistics()}. */
    FACTORY;

    /** The settings that a method looks at; the others change nothing. */
    public static Set<SettingUse> of(Method method) {
        Set<SettingUse> uses =
                switch (method) {
                    case DORA, LORA -> EnumSet.of(RANK, MAGNITUDE, BIAS, LAYER_GAIN, SOLVER, LAYERS);
                    case MAGNITUDE -> EnumSet.of(MAGNITUDE, BIAS, LAYER_GAIN, SOLVER, LAYERS);
                    case BIAS -> EnumSet.of(LAYER_GAIN, SOLVER, LAYERS);
                    case AFFINE -> EnumSet.of(MAGNITUDE, LAYER_GAIN, SOLVER, LAYERS);
                    case ALLOCATED -> EnumSet.of(BUDGET, LAYER_GAIN, LAYERS);
                    case SPARSE -> EnumSet.of(BUDGET, READOUT_NOISE, LAYER_GAIN, LAYERS);
                    case BATCH_NORM -> EnumSet.noneOf(SettingUse.class);
                    case DRIFT_COMPENSATION -> EnumSet.of(LAYERS);
                    case BACKPROP -> EnumSet.of(LEARNING_RATE, STEPS, LAYERS);
                    case BACKPROP_ADAPTERS -> EnumSet.of(RANK, LEARNING_RATE, STEPS, LAYERS);
                };
        if (!method.needsImages()) {
            uses.add(FACTORY);
        }
        return Collections.unmodifiableSet(uses);
    }

    /** Whether a method looks at this setting. */
    public boolean matters(Method method) {
        return of(method).contains(this);
    }

    /** The same calibration with every setting that its method does not look at as it is by default. */
    public static CalibrationSpec relevant(CalibrationSpec spec) {
        Set<SettingUse> uses = of(spec.method());
        CalibrationSpec usual = CalibrationSpec.defaults();
        return spec.withRank(uses.contains(RANK) ? spec.rank() : usual.rank())
                .withMagnitude(uses.contains(MAGNITUDE) ? spec.magnitude() : usual.magnitude())
                .withBias(uses.contains(BIAS) && spec.bias())
                .withSolver(uses.contains(SOLVER) ? spec.solver() : usual.solver())
                .withSettings(relevant(spec.settings(), uses));
    }

    private static MethodSettings relevant(MethodSettings set, Set<SettingUse> uses) {
        MethodSettings usual = MethodSettings.defaults();
        return set.withBudget(uses.contains(BUDGET) ? set.budget() : usual.budget())
                .withReadoutNoise(uses.contains(READOUT_NOISE) ? set.readoutNoise() : usual.readoutNoise())
                .withFactoryImages(uses.contains(FACTORY) ? set.factoryImages() : usual.factoryImages())
                .withStatistics(uses.contains(FACTORY) ? set.statistics() : usual.statistics())
                .withMostAffected(uses.contains(LAYERS) ? set.mostAffected() : usual.mostAffected())
                .withLearningRate(uses.contains(LEARNING_RATE) ? set.learningRate() : usual.learningRate())
                .withSteps(uses.contains(STEPS) ? set.steps() : usual.steps())
                .withLayerGain(uses.contains(LAYER_GAIN) && set.layerGain());
    }
}
