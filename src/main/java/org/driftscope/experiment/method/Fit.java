package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.Reads;
import org.driftscope.experiment.Service;

/**
 * What a method made of a chip, not yet scored.
 *
 * @param correction network and adapters
 * @param updatedPercent of the original network's learned parameters
 * @param seconds wall-clock time of statistics and solving
 * @param service what was done for the chip up to its age
 * @param notes what else is worth knowing, a sentence each
 */
public record Fit(Correction correction, double updatedPercent, double seconds, Service service, List<String> notes) {
    public Fit {
        notes = List.copyOf(notes);
    }

    /** The layers that were fitted, in order of execution. */
    public List<ExperimentResult.Layer> layers() {
        return correction.chip().layers().entrySet().stream()
                .map(entry -> layer(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** With the accuracies that scoring gave. @param reads all of them, the first of which are the accuracies */
    ExperimentResult result(Accuracy clean, Accuracy drifted, Accuracy calibrated, Reads reads) {
        return new ExperimentResult(
                clean,
                drifted,
                calibrated,
                reads,
                layers(),
                correction.updatedParameters(),
                updatedPercent,
                correction.sramBits(),
                sramWrites(),
                correction.rramWrites(),
                cells(),
                seconds,
                service,
                notes(calibrated));
    }

    /** Each calibration writes a set, each check with gains one gain a layer; those held now are no part of a set. */
    private long sramWrites() {
        long held = Correction.bits(correction.chip().gains().size());
        long gains = Correction.bits(correction.chip().layers().size());
        return (correction.sramBits() - held) * service.times() + gains * service.gains();
    }

    private long cells() {
        return correction.chip().chip().layers().values().stream()
                .mapToLong(layer -> layer.crossbar().cells())
                .sum();
    }

    private List<String> notes(Accuracy calibrated) {
        if (calibrated.nonFinite() == 0) {
            return notes;
        }
        List<String> all = new ArrayList<>(notes);
        all.add("For " + calibrated.nonFinite() + " of " + calibrated.images()
                + " images the calibrated network gives NaN or infinity; they count as wrong.");
        return all;
    }

    private static ExperimentResult.Layer layer(String name, CalibratedChip.CalibratedLayer layer) {
        return new ExperimentResult.Layer(
                name,
                layer.adapter().rank(),
                layer.errorBefore(),
                layer.errorAfter(),
                layer.adapter().parameters());
    }
}
