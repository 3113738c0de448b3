package org.driftscope.io.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.driftscope.io.parquet.ParquetColumn.Type;
import org.jspecify.annotations.Nullable;

/** One column of a group of rows, as pages of plainly encoded cells, each compressed by gzip. */
final class ColumnPages {
    /** Codes of the format. */
    private static final int PLAIN = 0;

    private static final int RLE = 3;
    /** Of a page before it is compressed, bytes. */
    private static final int PAGE = 1 << 20;

    private final Type type;
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final ByteArrayOutputStream cells = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private long uncompressed;
    private int inPage;
    private int run;
    private boolean runThere;
    private int bits;
    private int bitCount;

    ColumnPages(Type type) {
        this.type = type;
    }

    /** @throws ClassCastException if the cell is not what the type says */
    void add(@Nullable Object cell) throws IOException {
        boolean there = cell != null;
        if (run > 0 && there != runThere) {
            endRun();
        }
        runThere = there;
        run++;
        inPage++;
        if (cell != null) {
            write(cell);
        }
        if (cells.size() >= PAGE) {
            endPage();
        }
    }

    /** Bytes that are held. */
    int size() {
        return pages.size() + cells.size();
    }

    /** All pages; nothing may be added after it. */
    byte[] bytes() throws IOException {
        if (inPage > 0) {
            endPage();
        }
        return pages.toByteArray();
    }

    /** Bytes of {@link #bytes} if nothing were compressed. */
    long uncompressed() {
        return uncompressed;
    }

    private void write(Object cell) {
        switch (type) {
            case FLAG -> flag((Boolean) cell);
            case WHOLE, TIME -> little(Long.BYTES).putLong((Long) cell);
            case REAL -> little(Long.BYTES).putDouble((Double) cell);
            case TEXT -> text(((String) cell).getBytes(StandardCharsets.UTF_8));
        }
        if (type == Type.WHOLE || type == Type.TIME || type == Type.REAL) {
            cells.write(number, 0, Long.BYTES);
        }
    }

    private final byte[] number = new byte[Long.BYTES];

    private ByteBuffer little(int bytes) {
        return ByteBuffer.wrap(number, 0, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void text(byte[] bytes) {
        little(Integer.BYTES).putInt(bytes.length);
        cells.write(number, 0, Integer.BYTES);
        cells.write(bytes, 0, bytes.length);
    }

    /** Eight a byte, the lowest bit first. */
    private void flag(boolean set) {
        bits |= (set ? 1 : 0) << bitCount;
        if (++bitCount == Byte.SIZE) {
            endBits();
        }
    }

    private void endBits() {
        if (bitCount > 0) {
            cells.write(bits);
        }
        bits = 0;
        bitCount = 0;
    }

    /** Which cells are there, as runs of ones and zeros. */
    private void endRun() {
        CompactThrift.varint(levels, (long) run << 1);
        levels.write(runThere ? 1 : 0);
        run = 0;
    }

    private void endPage() throws IOException {
        endRun();
        endBits();
        ByteArrayOutputStream page = new ByteArrayOutputStream(levels.size() + cells.size() + Integer.BYTES);
        little(Integer.BYTES).putInt(levels.size());
        page.write(number, 0, Integer.BYTES);
        levels.writeTo(page);
        cells.writeTo(page);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            page.writeTo(gzip);
        }
        byte[] header = new CompactThrift()
                .i32(1, 0)
                .i32(2, page.size())
                .i32(3, compressed.size())
                .begin(5)
                .i32(1, inPage)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .close()
                .bytes();
        pages.writeBytes(header);
        compressed.writeTo(pages);
        uncompressed += header.length + page.size();
        levels.reset();
        cells.reset();
        inPage = 0;
    }
}
