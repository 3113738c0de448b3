package org.driftscope.crossbar;

import java.util.function.Consumer;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.ProgrammingError;
import org.driftscope.support.SpecException;

/**
 * How weights are put on crossbars.
 *
 * @param mapping weight to cells
 * @param range conductances, µS
 * @param scale what shares one w_max
 * @param clipPercentile weights are clipped at this percentile of |w|, above 50 to 100; 100 clips nothing
 * @param levels distinct conductances a cell can be programmed to, 2 or more; 0 means continuous
 * @param tileRows wordlines of a tile, at least 1
 * @param tileCols bitlines of a tile, at least 1
 * @param programmingError error of writing
 * @param clipToRange whether drifted conductances are clipped to the range; otherwise only at 0
 * @param circuit what is around the cells
 */
public record CrossbarSpec(
        MappingKind mapping,
        ConductanceRange range,
        ScaleScope scale,
        double clipPercentile,
        int levels,
        int tileRows,
        int tileCols,
        ProgrammingError programmingError,
        boolean clipToRange,
        CircuitSpec circuit) {
    public CrossbarSpec {
        if (!(clipPercentile > 50 && clipPercentile <= 100)) {
            throw new SpecException("clip percentile", clipPercentile, "above 50, up to 100");
        }
        if (levels != 0 && (levels < 2 || levels > 65_536)) {
            throw new SpecException("levels", levels, "0 (continuous) or 2 to 65536");
        }
        if (tileRows < 1 || tileCols < 1 || tileRows > 65_536 || tileCols > 65_536) {
            throw new SpecException("tile size", tileRows + " x " + tileCols, "1 x 1 to 65536 x 65536");
        }
    }

    /** One-sided pair, 0 to 100 µS, one scale a layer, continuous, 256 x 256 tiles, exact programming. */
    public static CrossbarSpec defaults() {
        return new CrossbarSpec(
                MappingKind.ONE_SIDED_PAIR,
                new ConductanceRange(0, 100),
                ScaleScope.LAYER,
                100,
                0,
                256,
                256,
                ProgrammingError.none(),
                false,
                CircuitSpec.ideal());
    }

    public CrossbarSpec withMapping(MappingKind newMapping) {
        return edited(draft -> draft.mapping = newMapping);
    }

    public CrossbarSpec withRange(ConductanceRange newRange) {
        return edited(draft -> draft.range = newRange);
    }

    public CrossbarSpec withLevels(int newLevels) {
        return edited(draft -> draft.levels = newLevels);
    }

    public CrossbarSpec withScale(ScaleScope newScale) {
        return edited(draft -> draft.scale = newScale);
    }

    public CrossbarSpec withClipPercentile(double percentile) {
        return edited(draft -> draft.clipPercentile = percentile);
    }

    /** Square tiles of the given size. */
    public CrossbarSpec withTile(int size) {
        return withTiles(size, size);
    }

    public CrossbarSpec withTiles(int rows, int cols) {
        return edited(draft -> {
            draft.tileRows = rows;
            draft.tileCols = cols;
        });
    }

    public CrossbarSpec withProgrammingError(ProgrammingError error) {
        return edited(draft -> draft.programmingError = error);
    }

    public CrossbarSpec withClipToRange(boolean clip) {
        return edited(draft -> draft.clipToRange = clip);
    }

    public CrossbarSpec withCircuit(CircuitSpec newCircuit) {
        return edited(draft -> draft.circuit = newCircuit);
    }

    /** This specification with some components changed. */
    private CrossbarSpec edited(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.finished();
    }

    /** All components, to be changed by name before they are a specification again. */
    private static final class Draft {
        private MappingKind mapping;
        private ConductanceRange range;
        private ScaleScope scale;
        private double clipPercentile;
        private int levels;
        private int tileRows;
        private int tileCols;
        private ProgrammingError programmingError;
        private boolean clipToRange;
        private CircuitSpec circuit;

        Draft(CrossbarSpec from) {
            mapping = from.mapping;
            range = from.range;
            scale = from.scale;
            clipPercentile = from.clipPercentile;
            levels = from.levels;
            tileRows = from.tileRows;
            tileCols = from.tileCols;
            programmingError = from.programmingError;
            clipToRange = from.clipToRange;
            circuit = from.circuit;
        }

        CrossbarSpec finished() {
            return new CrossbarSpec(
                    mapping,
                    range,
                    scale,
                    clipPercentile,
                    levels,
                    tileRows,
                    tileCols,
                    programmingError,
                    clipToRange,
                    circuit);
        }
    }
}
