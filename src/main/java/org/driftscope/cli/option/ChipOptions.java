package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The device, its mapping and its drift. */
public final class ChipOptions {
    @Option(
            names = "--device",
            paramLabel = "NAME",
            converter = DeviceConverter.class,
            description = "The cells, with the range they were measured in: relative (default), one that ages"
                    + " ('driftscope devices' lists them), or a device file.")
    DeviceKind device = DeviceKinds.RELATIVE;

    @Option(
            names = "--age",
            paramLabel = "TIME",
            converter = AgeConverter.class,
            description = "Time since programming of a device that ages: 90s, 15min, 1h, 30d, 6mo, 10y (default: 0).")
    @Nullable
    Double age;

    @Option(
            names = "--drift",
            paramLabel = "RHO",
            description = "Relative drift, sigma / conductance, 0 to 1 (0.2 means 20 %%).")
    @Nullable
    public Double drift;

    @Option(names = "--seed", paramLabel = "N", description = "Which chip, and which calibration images (default: 0).")
    public long seed;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            converter = MappingConverter.class,
            completionCandidates = MappingNames.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: one-sided).")
    MappingKind mapping = MappingKind.ONE_SIDED_PAIR;

    @Option(names = "--on-off", paramLabel = "RATIO", description = "gMax / gMin, above 1 (default: gMin is 0).")
    @Nullable
    public Double onOff;

    @Option(
            names = "--g-max",
            paramLabel = "US",
            description = "Highest conductance, µS (default: the device's, else 100).")
    @Nullable
    Double gMaxUs;

    @Option(
            names = "--g-min",
            paramLabel = "US",
            description = "Lowest conductance, µS (default: the device's, else 0).")
    @Nullable
    Double gMinUs;

    @Option(names = "--scale-per", paramLabel = "WHAT", description = "One weight scale per layer (default) or column.")
    ScaleScope scale = ScaleScope.LAYER;

    @Option(
            names = "--clip-percentile",
            paramLabel = "P",
            description = "Clip weights at this percentile of |w| (default: 100, nothing).")
    double clipPercentile = 100;

    @Option(names = "--levels", paramLabel = "L", description = "Distinct conductances; 0 means continuous (default).")
    int levels;

    @Option(names = "--tile", paramLabel = "N", description = "Rows and columns of a tile (default: 256).")
    int tile = 256;

    @Option(names = "--programming-error", paramLabel = "A", description = "Sigma of writing, a fraction (default: 0).")
    double programmingError;

    @Option(
            names = "--programming-error-of",
            paramLabel = "WHAT",
            converter = RelativeToConverter.class,
            description = "What that is a fraction of: g-max (default) or g-target, each cell's own target.")
    ProgrammingError.RelativeTo programmingErrorOf = ProgrammingError.RelativeTo.G_MAX;

    @Option(
            names = "--clip-to-range",
            negatable = true,
            description = "Clip drifted conductances to the range, not only at 0 (default: as the device does).")
    @Nullable
    Boolean clipToRange;

    @Mixin
    CircuitOption circuit = new CircuitOption();

    @Option(
            names = "--drift-layers",
            split = ",",
            paramLabel = "NAME",
            description = "Only these layers drift; * stands for anything (default: all).")
    public List<String> driftLayers = new ArrayList<>();

    private final DriftParameterOptions parameters = new DriftParameterOptions();

    /** Each parameter of a device is an option. */
    @Spec(Spec.Target.MIXEE)
    void addParameters(CommandSpec command) {
        parameters.addTo(command);
    }

    /** The chip asked for. @param driftOtherwise relative drift where none was given */
    public ChipSpec spec(double driftOtherwise) {
        if (drift != null && device.model().ages()) {
            throw new SpecException(
                    "--drift", drift, "left out, since the device " + device.id() + " drifts by its age");
        }
        if (age != null && !device.model().ages()) {
            throw new SpecException(
                    "--age", Age.words(age), "left out, since the device " + device.id() + " does not age");
        }
        CrossbarSpec crossbar = new CrossbarSpec(
                mapping,
                range(),
                scale,
                clipPercentile,
                levels,
                tile,
                tile,
                new ProgrammingError(programmingError, programmingErrorOf),
                clipToRange == null ? device.clips() : clipToRange,
                circuit.spec());
        DriftModel model = device.model().ages()
                ? device.model()
                : new RelativeGaussianDrift(drift == null ? driftOtherwise : drift);
        return new ChipSpec(crossbar, parameters.over(model), age == null ? 0 : age, seed);
    }

    /** Whether the command line asks for cells that have drifted. */
    public boolean drifts() {
        return drift != null || device.model().ages() || spec(0).drifts();
    }

    public LayerChoice layers() {
        return new LayerChoice(driftLayers);
    }

    /** Whether the command line says anything of the lowest conductance. */
    public boolean namesLowest() {
        return onOff != null || gMinUs != null;
    }

    private ConductanceRange range() {
        if (onOff != null && gMinUs != null) {
            throw new SpecException(
                    "--g-min", gMinUs + " µS", "left out where --on-off is given, since each sets the other");
        }
        ConductanceRange measured = device.usualRange();
        double highest = gMaxUs == null ? measured.gMaxUs() : gMaxUs;
        return onOff != null
                ? ConductanceRange.ofOnOffRatio(highest, onOff)
                : new ConductanceRange(gMinUs == null ? measured.gMinUs() : gMinUs, highest);
    }

    /** Words as files have them. */
    static final class RelativeToConverter implements ITypeConverter<ProgrammingError.RelativeTo> {
        @Override
        public ProgrammingError.RelativeTo convert(String value) {
            return EnumWords.parse("--programming-error-of", ProgrammingError.RelativeTo.class, value);
        }
    }

    /** Devices by their names. */
    static final class DeviceConverter implements ITypeConverter<DeviceKind> {
        @Override
        public DeviceKind convert(String value) {
            return DeviceFiles.named(value, Path.of(""));
        }
    }

    /** An age with its unit. */
    static final class AgeConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return Age.parse(value);
        }
    }

    /** For the help. */
    static final class MappingNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        MappingNames() {
            super(MappingKind.ids());
        }
    }

    /** Mapping names as files have them. */
    static final class MappingConverter implements ITypeConverter<MappingKind> {
        @Override
        public MappingKind convert(String value) {
            return MappingKind.of(value);
        }
    }
}
