package org.driftscope.io.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Structures in Thrift's compact protocol (its specification, {@code thrift-compact-protocol.md}), as far as Parquet's footers need it. */
final class CompactThrift {
    static final int I32 = 5;
    static final int STRUCT = 12;
    static final int BINARY = 8;

    private static final int TRUE = 1;
    private static final int I64 = 6;
    private static final int LIST = 9;
    /** Of a list whose length stands behind its first byte. */
    private static final int LONG_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] bytes() {
        return out.toByteArray();
    }

    CompactThrift i32(int field, int value) {
        header(field, I32);
        return varint(zigzag(value));
    }

    CompactThrift i64(int field, long value) {
        header(field, I64);
        return varint(zigzag(value));
    }

    CompactThrift yes(int field) {
        header(field, TRUE);
        return this;
    }

    CompactThrift text(int field, String value) {
        header(field, BINARY);
        return item(value);
    }

    /** Elements follow, each by {@link #item} or as a structure between {@link #begin()} and {@link #end}. */
    CompactThrift list(int field, int type, int size) {
        header(field, LIST);
        out.write(Math.min(size, LONG_LIST) << 4 | type);
        return size < LONG_LIST ? this : varint(size);
    }

    CompactThrift item(int value) {
        return varint(zigzag(value));
    }

    CompactThrift item(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** A structure as a field. */
    CompactThrift begin(int field) {
        header(field, STRUCT);
        return begin();
    }

    /** A structure as an element of a list. */
    CompactThrift begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    CompactThrift end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /** Ends the outermost structure. */
    CompactThrift close() {
        out.write(0);
        return this;
    }

    /** Fields come in rising order, less than 16 apart. */
    private void header(int field, int type) {
        out.write(field - last << 4 | type);
        last = field;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private CompactThrift varint(long value) {
        varint(out, value);
        return this;
    }

    /** Seven bits a byte, the lowest first. */
    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
