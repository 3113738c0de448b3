package org.driftscope.calibration.spec;

/**
 * A setting of a calibration, or some that go together, that not every method looks at.
 *
 * @param id for messages
 */
public record SettingUse(String id) {
    /** {@link CalibrationSpec#rank()}. */
    public static final SettingUse RANK = new SettingUse("rank");
    /** {@link CalibrationSpec#magnitude()}. */
    public static final SettingUse MAGNITUDE = new SettingUse("magnitude");
    /** {@link CalibrationSpec#bias()}. */
    public static final SettingUse BIAS = new SettingUse("bias");
    /** {@link MethodSettings#layerGain()}. */
    public static final SettingUse LAYER_GAIN = new SettingUse("layer gain");
    /** {@link CalibrationSpec#solver()}. */
    public static final SettingUse SOLVER = new SettingUse("solver");
    /** {@link MethodSettings#budget()}. */
    public static final SettingUse BUDGET = new SettingUse("budget");
    /** {@link MethodSettings#factorBits()}. */
    public static final SettingUse FACTOR_BITS = new SettingUse("factor bits");
    /** {@link MethodSettings#readoutNoise()}. */
    public static final SettingUse READOUT_NOISE = new SettingUse("readout noise");
    /** {@link MethodSettings#mostAffected()}, and which layers are chosen at all. */
    public static final SettingUse LAYERS = new SettingUse("layers");
    /** {@link MethodSettings#learningRate()}. */
    public static final SettingUse LEARNING_RATE = new SettingUse("learning rate");
    /** {@link MethodSettings#steps()}. */
    public static final SettingUse STEPS = new SettingUse("steps");
    /** {@link MethodSettings#factoryImages()} and {@link MethodSettings#statistics()}. */
    public static final SettingUse FACTORY = new SettingUse("factory statistics");
    /** {@link MethodSettings#keptFrom()}: of every method but those that write the cells anew or are made before the chip. */
    public static final SettingUse KEPT = new SettingUse("kept calibration");

    /** {@link MethodSettings#vectorSets()} and {@link MethodSettings#simulatedChips()}. */
    public static final SettingUse VECTOR_SETS = new SettingUse("sets of vectors");

    /** {@link MethodSettings#measuresOutputs()}. */
    public static final SettingUse OUTPUTS = new SettingUse("measured outputs");

    /** {@link MethodSettings#reads()}: of scoring, whatever the method. */
    public static final SettingUse SCORING = new SettingUse("scoring");

    /** Whether a method looks at this setting, or what comes after every method. */
    public boolean matters(Method method) {
        return equals(SCORING) || method.uses().contains(this);
    }

    /** The same calibration with every setting that its method does not look at as it is by default. */
    public static CalibrationSpec relevant(CalibrationSpec spec) {
        Method method = spec.method();
        CalibrationSpec usual = CalibrationSpec.defaults();
        return spec.withRank(RANK.matters(method) ? spec.rank() : usual.rank())
                .withMagnitude(MAGNITUDE.matters(method) ? spec.magnitude() : usual.magnitude())
                .withBias(BIAS.matters(method) && spec.bias())
                .withSolver(SOLVER.matters(method) ? spec.solver() : usual.solver())
                .withSettings(spec.settings().lookedAtBy(method));
    }
}
