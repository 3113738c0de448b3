package org.driftscope.crossbar;

import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        CircuitSpec circuit)
        implements CrossbarSpecBuilder.With {
    public CrossbarSpec {
        if (!(clipPercentile > 50 && clipPercentile <= 100)) {
            throw new SpecException("clip percentile", clipPercentile, "above 50, up to 100");
        }
        if (levels != 0 && (levels < 2 || levels > 65_536)) {
            throw new SpecException("levels", levels, "0 (continuous) or 2 to 65536");
        }
        if (levels != 0 && circuit.isSliced()) {
            throw new SpecException("levels", levels, "0 with bit slices, whose bits say how many levels a cell has");
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

    /** Square tiles of the given size. */
    public CrossbarSpec withTile(int size) {
        return withTiles(size, size);
    }

    public CrossbarSpec withTiles(int rows, int cols) {
        return withTileRows(rows).withTileCols(cols);
    }
}
