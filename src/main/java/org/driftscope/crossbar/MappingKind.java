package org.driftscope.crossbar;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.driftscope.device.ConductanceRange;
import org.driftscope.support.SpecException;
import org.driftscope.support.extension.Extensions;

/**
 * One way to put signed weights on cells, declared once for files, options, the window and the crossbar.
 *
 * @param id name in files and on the command line; kept for ever
 * @param label name for people, in sentence case
 * @param sharesReference whether one column of reference cells a tile takes the place of every weight's own minus cell
 * @param formulas of cells in a range
 */
public record MappingKind(
        String id, String label, boolean sharesReference, Function<ConductanceRange, Mapping> formulas) {
    /** The cell of the weight's sign holds it, the other rests at gMin. */
    public static final MappingKind ONE_SIDED_PAIR =
            new MappingKind("one-sided", "One-sided pair", false, OneSidedPair::new);
    /** Both cells move about the middle of the range; their sum is constant. */
    public static final MappingKind CONSTANT_SUM_PAIR =
            new MappingKind("constant-sum", "Constant-sum pair", false, ConstantSumPair::new);
    /** One cell a weight, and one reference column at mid-range shared by all columns of a tile. */
    public static final MappingKind OFFSET_COLUMN =
            new MappingKind("offset-column", "Offset column", true, OffsetColumn::new);

    /** Read when it is first asked for, so that extensions can make entries before. */
    private static final class Listed {
        static final List<MappingKind> ALL = Extensions.added(
                MappingKind.class, List.of(ONE_SIDED_PAIR, CONSTANT_SUM_PAIR, OFFSET_COLUMN), MappingKind::id);
    }

    public static List<MappingKind> all() {
        return Listed.ALL;
    }

    /** The names of all mappings. */
    public static List<String> ids() {
        return all().stream().map(MappingKind::id).toList();
    }

    /**
     * The mapping of that name, or of the longer one that sessions of older versions have, e.g. "one-sided-pair".
     *
     * @throws SpecException if there is none
     */
    public static MappingKind of(String id) {
        return all().stream()
                .filter(kind -> kind.id.equals(id) || kind.olderId().equals(id))
                .findFirst()
                .orElseThrow(() -> new SpecException("mapping", id, "one of " + String.join(", ", ids())));
    }

    private String olderId() {
        return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    @Override
    public String toString() {
        return id;
    }
}
