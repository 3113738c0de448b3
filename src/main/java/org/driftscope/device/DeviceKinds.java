package org.driftscope.device;

import java.util.List;
import org.driftscope.support.SpecException;
import org.driftscope.support.extension.Extensions;

/** All devices one can choose, the one home of their names. */
public final class DeviceKinds {
    /** Between the name of a device of a file and the sha256 of that. */
    public static final char HASH_MARK = '@';

    private static final double DAY = 86_400;

    /** The one without time, whose strength is set. */
    public static final DeviceKind RELATIVE = new DeviceKind(
            new RelativeGaussianDrift(0.2),
            "Relative Gaussian",
            "Relative",
            "Every cell moves by an amount in proportion to its own conductance, once; time does not matter.",
            null,
            false,
            Double.POSITIVE_INFINITY);

    private static final List<DeviceKind> OURS = List.of(
            RELATIVE,
            new DeviceKind(
                    new WanDrift(),
                    "HfOx RRAM (Wan 2022)",
                    "HfOx RRAM",
                    "NeuRRAM's cells: random spread that grows for two days, relatively more at low conductance.",
                    new ConductanceRange(0, 40),
                    false,
                    2 * DAY),
            new DeviceKind(
                    new CmoDrift(CmoDrift.Acceptance.TIGHT),
                    "CMO/HfOx RRAM, 0.2 % (Falcone 2025)",
                    "CMO, 0.2 %",
                    "All cells sink and spread slowly; writing stops within 0.2 % of the target.",
                    new ConductanceRange(9, 88.199997),
                    true,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new CmoDrift(CmoDrift.Acceptance.LOOSE),
                    "CMO/HfOx RRAM, 2 % (Falcone 2025)",
                    "CMO, 2 %",
                    "All cells sink and spread slowly; writing stops within 2 % of the target.",
                    new ConductanceRange(9, 88.199997),
                    true,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new PcmDrift(),
                    "PCM (Joshi 2020)",
                    "PCM",
                    "Phase-change memory: every conductance shrinks by a power of time, each cell with its own exponent.",
                    new ConductanceRange(0, 25),
                    false,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new HermesDrift(HermesDrift.Cell.ONE),
                    "PCM, HERMES, one device (Le Gallo 2023)",
                    "HERMES, one",
                    "Phase-change cells of a real chip, one device a cell.",
                    new ConductanceRange(0, 10.35),
                    false,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new HermesDrift(HermesDrift.Cell.TWO),
                    "PCM, HERMES, two devices (Le Gallo 2023)",
                    "HERMES, two",
                    "Phase-change cells of a real chip, two devices a cell.",
                    new ConductanceRange(0, 20.7),
                    false,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new PowerLawDrift(.1, .05, 20),
                    "Power law (Boybat 2018)",
                    "Power law",
                    "One exponent with a spread for all conductances.",
                    new ConductanceRange(0, 25),
                    false,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new MiloWriting(),
                    "RRAM as written (Milo 2021)",
                    "RRAM, written",
                    "Cells written with a read after each step, as they are right then: of drift nothing is known. The same"
                            + " error can go before any other device's drift: programming error 100 %, relative to Milo 2021"
                            + " (milo).",
                    MiloWriting.MEASURED,
                    false,
                    Double.POSITIVE_INFINITY),
            new DeviceKind(
                    new PyRramStages(),
                    "RRAM in three stages (PyRRAM-Sim)",
                    "RRAM, stages",
                    "A simulator's numbers, not a measurement: writing spreads cells by 3 % of G max, relaxation by 7 %, then"
                            + " drift by 20 % of each cell; steps of 0.1 \u00b5S; time does not matter.",
                    new ConductanceRange(1, 100),
                    true,
                    Double.POSITIVE_INFINITY));

    /** Read when it is first asked for, so that extensions can make entries before. */
    private static final class Listed {
        static final List<DeviceKind> ALL = Extensions.added(DeviceKind.class, OURS, DeviceKind::id);
    }

    private DeviceKinds() {}

    /** The devices that need no file. Those of files are known to the {@link Devices} of whoever opened them. */
    public static List<DeviceKind> all() {
        return Listed.ALL;
    }

    public static List<String> ids() {
        return Listed.ALL.stream().map(DeviceKind::id).toList();
    }

    /** Whether a name is of a device that comes from a file. */
    public static boolean isOfFile(String id) {
        return id.lastIndexOf(HASH_MARK) > 0;
    }

    /** For people: a device of a file goes by its own name, without the hash, whether it was opened or not. */
    public static String brief(String id) {
        return Devices.listed()
                .find(id)
                .map(DeviceKind::brief)
                .orElse(isOfFile(id) ? id.substring(0, id.lastIndexOf(HASH_MARK)) : id);
    }

    /**
     * The device of that name, of those that need no file.
     *
     * @throws SpecException if there is none; lists those there are
     */
    public static DeviceKind named(String id) {
        return Devices.listed().named(id);
    }

    /** The device whose cells drift so. */
    public static DeviceKind of(DriftModel model) {
        return model.ownKind().orElseGet(() -> named(model.id()));
    }
}
