package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.circuit.CircuitNotes;
import org.driftscope.device.Age;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.support.PlainText;

/** What a user should know although the command goes on: printed on stderr at once, kept for the JSON document. */
public final class Warnings {
    private final PrintWriter err;
    private final List<String> all = new ArrayList<>();

    public Warnings(PrintWriter err, List<String> notes) {
        this.err = err;
        notes.forEach(this::add);
    }

    public void add(String sentence) {
        all.add(sentence);
        err.println("note: " + PlainText.lines(sentence));
    }

    /** What makes an accuracy of the clean network doubtful. */
    public void ifDoubtful(Accuracy clean, Workbench workbench) {
        ifNotFinite(clean);
        ifNearChance(clean, workbench);
    }

    /** NaN or infinity among the scores: the network overflows on these images. */
    private void ifNotFinite(Accuracy clean) {
        int count = clean.nonFinite();
        if (count > 0) {
            add("For " + count + " of " + clean.images() + " images the clean network gives NaN or infinity; they count"
                    + " as wrong. Look at preprocessing and images.");
        }
    }

    /** Clean accuracy near chance means images of another kind, or wrong preprocessing. */
    private void ifNearChance(Accuracy clean, Workbench workbench) {
        if (clean.nearChance()) {
            add("Clean accuracy is " + Numbers.percent(clean.top1())
                    + " %, near chance. Either the model was trained on"
                    + " images of another kind, or with another preprocessing than "
                    + workbench.preprocessing().name() + ". Give images that it was trained for, or try --preprocess or"
                    + " --mean/--std/--scale.");
        }
    }

    /** Cells outside of what was measured of their device, and a circuit that is not what it seems. */
    public void ifOutside(ChipSpec chip) {
        CircuitNotes.of(chip.crossbar().circuit()).forEach(this::add);
        chip.kinds().stream()
                .flatMap(kind -> kind.outside().stream())
                .distinct()
                .forEach(this::add);
    }

    /** Adapters of another age of the chip. @param fittedAt age they were fitted at, s */
    public void ifKept(double fittedAt, ChipSpec chip) {
        double now = chip.secondsSinceProgramming();
        if (fittedAt != now) {
            add("The adapters were fitted at an age of " + Age.words(fittedAt) + " and kept to " + Age.words(now)
                    + ".");
        }
    }

    public List<String> all() {
        return List.copyOf(all);
    }
}
