package org.driftscope.crossbar;

import java.util.Arrays;
import java.util.List;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;

/** How a signed weight becomes conductances; the formulas are in {@link Crossbar}. */
public enum MappingKind {
    /** The cell of the weight's sign holds it, the other rests at gMin. */
    ONE_SIDED_PAIR("one-sided", "One-sided pair"),
    /** Both cells move about the middle of the range; their sum is constant. */
    CONSTANT_SUM_PAIR("constant-sum", "Constant-sum pair"),
    /** One cell a weight, and one reference column at mid-range shared by all columns of a tile. */
    OFFSET_COLUMN("offset-column", "Offset column");

    private final String id;
    private final String label;

    MappingKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /**
     * The mapping of that name, or of the longer one that sessions of older versions have, e.g. "one-sided-pair".
     *
     * @throws SpecException if there is none
     */
    public static MappingKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id) || EnumWords.of(kind).equals(id))
                .findFirst()
                .orElseThrow(() -> new SpecException("mapping", id, "one of " + String.join(", ", ids())));
    }

    /** The names of all mappings. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(MappingKind::id).toList();
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }
}
