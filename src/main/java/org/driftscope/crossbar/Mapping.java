package org.driftscope.crossbar;

import org.driftscope.device.ConductanceRange;

/**
 * The formulas of one way to put a signed weight on cells. A weight comes normalised, {@code x = w / w_max} in [-1, 1], and
 * is read back as {@code (gPlus - gMinus) * weightPerUs()}.
 */
sealed interface Mapping permits OneSidedPair, ConstantSumPair, OffsetColumn {
    static Mapping of(MappingKind kind, ConductanceRange range) {
        return switch (kind) {
            case ONE_SIDED_PAIR -> new OneSidedPair(range);
            case CONSTANT_SUM_PAIR -> new ConstantSumPair(range);
            case OFFSET_COLUMN -> new OffsetColumn(range);
        };
    }

    /** Conductance of the cell that adds to the output, µS. */
    double plusUs(double x);

    /** Conductance of the cell that subtracts from it, µS. */
    double minusUs(double x);

    /** Normalised weight that one µS of {@code gPlus - gMinus} stands for. */
    double weightPerUs();

    /** Whether one column of reference cells a tile takes the place of every weight's own minus cell. */
    boolean sharesReference();
}
