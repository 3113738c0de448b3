package org.driftscope.io.parquet;

/**
 * A column of a table; any of its cells may be null.
 *
 * @param name heading
 * @param type what its cells are
 */
public record ParquetColumn(String name, Type type) {
    /** What a cell is, with the codes of the format's {@code parquet.thrift}. */
    public enum Type {
        /** A {@link Boolean}. */
        FLAG(0, -1),
        /** A {@link Long}. */
        WHOLE(2, -1),
        /** A {@link Long}, milliseconds since 1970 in UTC. */
        TIME(2, 9),
        /** A {@link Double}. */
        REAL(5, -1),
        /** A {@link String}. */
        TEXT(6, 0);

        private final int physical;
        private final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }

        /** "Type" of the format. */
        int physical() {
            return physical;
        }

        /** "ConvertedType" of the format; -1 for none. */
        int converted() {
            return converted;
        }
    }
}
