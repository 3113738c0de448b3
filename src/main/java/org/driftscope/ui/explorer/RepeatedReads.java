package org.driftscope.ui.explorer;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.evaluation.ReadSpread;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.Correction;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.explorer.words.ReadSpreads;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chip some times more where reading adds noise, once its accuracy is there: so that what differs from read to read is
 * not taken for what differs from chip to chip. Not where images are large and each read takes minutes.
 */
final class RepeatedReads {
    private static final int READS = 5;

    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<ReadSpreads> spreads =
            new ReadOnlyObjectWrapper<>(this, "spreads", ReadSpreads.NONE);
    private @Nullable DriftReading reading;
    private @Nullable Calibrated result;

    RepeatedReads(BackgroundRunner runner, ProblemSink problems) {
        this.lane = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /** Of the newest readings that were followed; parts are null while they are not known. */
    ReadOnlyObjectProperty<ReadSpreads> spreadsProperty() {
        return spreads.getReadOnlyProperty();
    }

    /** Whether reads are on their way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Other accuracies are shown.
     *
     * @param now of the chip that is set; null while there is none
     * @param calibrated the calibration that belongs to it; null for none
     */
    void follow(Workspace open, @Nullable DriftReading now, @Nullable Calibrated calibrated) {
        boolean noisy = now != null && now.asked().spec().hasReadNoise() && !open.scoresInParts();
        DriftReading wanted = noisy ? now : null;
        Calibrated after = noisy ? calibrated : null;
        if (Objects.equals(wanted, reading) && after == result) {
            return;
        }
        boolean same = Objects.equals(wanted, reading);
        reading = wanted;
        result = after;
        spreads.set(same ? new ReadSpreads(spreads.get().drifted(), null) : ReadSpreads.NONE);
        if (wanted == null) {
            lane.cancel();
            busy.set(false);
            return;
        }
        ReadSpread known = spreads.get().drifted();
        busy.set(true);
        lane.submit(Job.<ReadSpreads>of(
                        "Reading the chip again",
                        (progress, cancel) -> open.use(bench -> read(bench, wanted, known, after, progress, cancel)),
                        read -> {
                            if (wanted == reading && after == result) {
                                spreads.set(read);
                            }
                            busy.set(lane.hasWaiting());
                        },
                        error -> {
                            busy.set(lane.hasWaiting());
                            problems.show("Reading the chip again", error);
                        })
                .onCancelled(() -> busy.set(lane.hasWaiting())));
    }

    private static ReadSpreads read(
            Workbench bench,
            DriftReading reading,
            @Nullable ReadSpread known,
            @Nullable Calibrated calibrated,
            Progress progress,
            CancelToken cancel) {
        ReadSpread drifted = known != null
                ? known
                : bench.reads(bench.network(), reading.chip().changes(), reading.accuracy(), READS, progress, cancel);
        if (calibrated == null) {
            return new ReadSpreads(drifted, null);
        }
        Correction correction = calibrated.outcome().correction();
        return new ReadSpreads(
                drifted,
                bench.reads(
                        correction.network(), correction.changes(), calibrated.accuracy(), READS, progress, cancel));
    }
}
