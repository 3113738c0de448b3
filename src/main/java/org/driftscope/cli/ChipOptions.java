package org.driftscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The device, its mapping and its drift. */
final class ChipOptions {
    @Option(
            names = "--drift",
            paramLabel = "RHO",
            description = "Relative drift, sigma / conductance, 0 to 1 (0.2 means 20 %%).")
    @Nullable
    Double drift;

    @Option(names = "--seed", paramLabel = "N", description = "Which chip, and which calibration images (default: 0).")
    long seed;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            converter = MappingConverter.class,
            description = "one-sided (default), constant-sum or offset-column.")
    MappingKind mapping = MappingKind.ONE_SIDED_PAIR;

    @Option(names = "--on-off", paramLabel = "RATIO", description = "gMax / gMin, above 1 (default: gMin is 0).")
    @Nullable
    Double onOff;

    @Option(names = "--g-max", paramLabel = "US", description = "Highest conductance, µS (default: 100).")
    double gMaxUs = 100;

    @Option(names = "--g-min", paramLabel = "US", description = "Lowest conductance, µS (default: 0).")
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

    @Option(names = "--clip-to-range", description = "Clip drifted conductances to the range, not only at 0.")
    boolean clipToRange;

    @Option(
            names = "--drift-layers",
            split = ",",
            paramLabel = "NAME",
            description = "Only these layers drift; * stands for anything (default: all).")
    List<String> driftLayers = new ArrayList<>();

    /** The chip asked for; drift 0 where none was given. */
    ChipSpec spec(double driftOtherwise) {
        CrossbarSpec crossbar = new CrossbarSpec(
                mapping,
                range(),
                scale,
                clipPercentile,
                levels,
                tile,
                tile,
                new ProgrammingError(programmingError, programmingErrorOf),
                clipToRange);
        double relativeDrift = drift == null ? driftOtherwise : drift;
        return new ChipSpec(crossbar, new RelativeGaussianDrift(relativeDrift), 0, seed);
    }

    LayerChoice layers() {
        return new LayerChoice(driftLayers);
    }

    /** Whether the command line says anything of the lowest conductance. */
    boolean namesLowest() {
        return onOff != null || gMinUs != null;
    }

    private ConductanceRange range() {
        if (onOff != null && gMinUs != null) {
            throw new SpecException(
                    "--g-min", gMinUs + " µS", "left out where --on-off is given, since each sets the other");
        }
        if (onOff != null) {
            return ConductanceRange.ofOnOffRatio(gMaxUs, onOff);
        }
        return new ConductanceRange(gMinUs == null ? 0 : gMinUs, gMaxUs);
    }

    /** Words as files have them. */
    static final class RelativeToConverter implements ITypeConverter<ProgrammingError.RelativeTo> {
        @Override
        public ProgrammingError.RelativeTo convert(String value) {
            return EnumWords.parse("--programming-error-of", ProgrammingError.RelativeTo.class, value);
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
