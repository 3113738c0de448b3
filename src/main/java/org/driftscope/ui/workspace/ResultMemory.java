package org.driftscope.ui.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The calibrations made last, with all that maps and bars are drawn from. Which of them is shown follows from the state
 * alone: one whose point is on the list and whose settings are set. So undo and redo take a result away and bring it back
 * together with its point and its settings.
 */
public final class ResultMemory {
    /** Each holds adapters, or a whole network after back-propagation. */
    private static final int MOST = 6;

    private final Deque<Calibrated> newestFirst = new ArrayDeque<>();
    private @Nullable PointOrigin here;

    /** Another network or other images: nothing that was calibrated belongs to them. */
    public void clear() {
        newestFirst.clear();
        here = null;
    }

    /** Says what the open network and images are, which tells the points that were made with them. */
    public void openIs(PointOrigin origin) {
        here = origin;
    }

    public void add(Calibrated made) {
        newestFirst.push(made);
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    /** A result of exactly these settings. */
    public Optional<Calibrated> of(ExplorerState state) {
        return find(state, Calibrated::belongsTo);
    }

    /** A result of these settings at any rank: what another rank can be solved from at once. */
    public Optional<Calibrated> atAnyRank(ExplorerState state) {
        return find(state, Calibrated::belongsToButRank);
    }

    private Optional<Calibrated> find(ExplorerState state, BiPredicate<Calibrated, ExplorerState> fits) {
        return newestFirst.stream()
                .filter(made -> fits.test(made, state) && isListed(made, state))
                .findFirst();
    }

    private static boolean isListed(Calibrated made, ExplorerState state) {
        ExplorerState asked = made.asked();
        return state.points().stream()
                .anyMatch(point -> point.onChip().equals(asked.onChip())
                        && point.layers().equals(asked.ticked())
                        && point.calibration().equals(asked.calibration())
                        && point.origin().isOfSameDataAs(made.origin()));
    }

    /** The newest point of exactly these settings, whose numbers are known though its result need not be at hand. */
    public Optional<CalibrationPoint> pointOf(ExplorerState state) {
        PointOrigin open = here;
        return open == null
                ? Optional.empty()
                : state.points().stream()
                        .filter(point -> point.origin().isOfSameDataAs(open) && Calibrated.isOf(point, state))
                        .reduce((older, newer) -> newer);
    }
}
