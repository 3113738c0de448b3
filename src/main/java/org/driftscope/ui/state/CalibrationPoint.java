package org.driftscope.ui.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.Recovery;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;

/**
 * One finished calibration: what was asked, of what, and what came out.
 *
 * @param id unique among the points
 * @param name given by the user; "" for none
 * @param hidden whether the chart leaves it out
 * @param chip device and drift it was made with
 * @param driftedLayers which layers were on the chip
 * @param layers names of the layers that were calibrated
 * @param calibration method, rank and the rest
 * @param clean score of the clean network
 * @param drifted score of its own chip after drift
 * @param calibrated score after calibration
 * @param parameters number of parameters that were updated
 * @param percent parameters in per cent of the network's
 * @param sramBits of SRAM that it holds; {@link #UNKNOWN_BITS} where that was not recorded
 * @param seconds what the calibration took, for information only
 * @param notes what else is worth knowing, a sentence each, e.g. which learning rates were tried
 * @param origin network, images and build
 */
@RecordBuilder
public record CalibrationPoint(
        String id,
        String name,
        boolean hidden,
        ChipSpec chip,
        LayerChoice driftedLayers,
        Set<String> layers,
        CalibrationSpec calibration,
        Score clean,
        Score drifted,
        Score calibrated,
        long parameters,
        double percent,
        long sramBits,
        double seconds,
        List<String> notes,
        PointOrigin origin)
        implements CalibrationPointBuilder.With {
    /** Of sparse corrections of older versions, whose index bits nobody kept. */
    public static final long UNKNOWN_BITS = -1;

    public CalibrationPoint {
        layers = Set.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /** SRAM bits where older versions recorded none: then all parameters took 16, and sparse ones an index as well. */
    public static long olderSramBits(CalibrationSpec calibration, long parameters) {
        if (calibration.method().is(Method.Trait.REWRITES)) {
            return 0;
        }
        return calibration.method().equals(Method.SPARSE) ? UNKNOWN_BITS : FactorPrecision.FULL_BITS * parameters;
    }

    /** Which chip it was made on. */
    public ChipChoice onChip() {
        return new ChipChoice(chip, driftedLayers);
    }

    /** (calibrated - drifted) / (clean - drifted); empty where drift cost nothing. */
    public OptionalDouble recovered() {
        return Recovery.of(clean.top1(), drifted.top1(), calibrated.top1());
    }

    /** Its settings as an experiment, which the command line runs to the same numbers. */
    public ExperimentSpec spec() {
        boolean all = layers.size() == origin.analogLayers();
        LayerChoice calibrated = all
                ? LayerChoice.all()
                : new LayerChoice(layers.stream().sorted().toList());
        return new ExperimentSpec(chip, driftedLayers, calibrated, calibration);
    }

    /** Whether another point says the same: same settings, same data, same numbers. */
    boolean repeats(CalibrationPoint other) {
        return chip.equals(other.chip)
                && driftedLayers.equals(other.driftedLayers)
                && layers.equals(other.layers)
                && calibration.equals(other.calibration)
                && clean.equals(other.clean)
                && drifted.equals(other.drifted)
                && calibrated.equals(other.calibrated)
                && parameters == other.parameters
                && origin.isOfSameDataAs(other.origin);
    }
}
