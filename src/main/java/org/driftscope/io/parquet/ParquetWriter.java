package org.driftscope.io.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.io.parquet.ParquetColumn.Type;
import org.jspecify.annotations.Nullable;

/**
 * A table as a Parquet file, row after row: only one group of rows is held, whatever the length. Columns are optional, pages
 * plainly encoded and compressed by gzip, which every reader knows.
 *
 * <p>Format: Apache Parquet 2, {@code parquet.thrift} in the repository apache/parquet-format.
 */
public final class ParquetWriter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int OPTIONAL = 1;
    private static final int GZIP = 2;
    /** Rows and bytes after which a group ends. */
    private static final int ROWS = 50_000;

    private static final int BYTES = 32 << 20;

    /** A column of a finished group. */
    private record Chunk(long offset, long compressed, long uncompressed) {}

    private record Group(long rows, List<Chunk> chunks) {}

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final List<Group> groups = new ArrayList<>();
    private List<ColumnPages> open;
    private int openRows;
    private long written;

    /** @param out takes the file; is not closed */
    public ParquetWriter(OutputStream out, List<ParquetColumn> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.open = begin();
        write(MAGIC);
    }

    /**
     * @param cells as many as there are columns
     * @throws IllegalArgumentException if there are others
     * @throws ClassCastException if a cell is not what its column says
     */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        int held = 0;
        for (int i = 0; i < cells.size(); i++) {
            open.get(i).add(cells.get(i));
            held += open.get(i).size();
        }
        openRows++;
        if (openRows >= ROWS || held >= BYTES) {
            endGroup();
        }
    }

    /** Writes what is held, and the footer. */
    public void finish() throws IOException {
        if (openRows > 0) {
            endGroup();
        }
        byte[] footer = footer();
        write(footer);
        write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        write(MAGIC);
    }

    private List<ColumnPages> begin() {
        return columns.stream().map(column -> new ColumnPages(column.type())).toList();
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ColumnPages pages : open) {
            byte[] bytes = pages.bytes();
            chunks.add(new Chunk(written, bytes.length, pages.uncompressed()));
            write(bytes);
        }
        groups.add(new Group(openRows, chunks));
        open = begin();
        openRows = 0;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private byte[] footer() {
        CompactThrift footer = new CompactThrift();
        footer.i32(1, 1).list(2, CompactThrift.STRUCT, columns.size() + 1);
        footer.begin().text(4, "table").i32(5, columns.size()).end();
        columns.forEach(column -> schema(footer, column));
        footer.i64(3, groups.stream().mapToLong(Group::rows).sum());
        footer.list(4, CompactThrift.STRUCT, groups.size());
        groups.forEach(group -> group(footer, group));
        return footer.text(6, "Driftscope").close().bytes();
    }

    private static void schema(CompactThrift footer, ParquetColumn column) {
        footer.begin().i32(1, column.type().physical()).i32(3, OPTIONAL).text(4, column.name());
        if (column.type().converted() >= 0) {
            footer.i32(6, column.type().converted());
        }
        if (column.type() == Type.TEXT) {
            footer.begin(10).begin(1).end().end();
        } else if (column.type() == Type.TIME) {
            // in UTC, in milliseconds
            footer.begin(10).begin(8).yes(1).begin(2).begin(1).end().end().end().end();
        }
        footer.end();
    }

    private void group(CompactThrift footer, Group group) {
        footer.begin().list(1, CompactThrift.STRUCT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Chunk chunk = group.chunks().get(i);
            footer.begin()
                    .i64(2, chunk.offset())
                    .begin(3)
                    .i32(1, columns.get(i).type().physical())
                    .list(2, CompactThrift.I32, 2)
                    .item(0)
                    .item(3)
                    .list(3, CompactThrift.BINARY, 1)
                    .item(columns.get(i).name())
                    .i32(4, GZIP)
                    .i64(5, group.rows())
                    .i64(6, chunk.uncompressed())
                    .i64(7, chunk.compressed())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        footer.i64(2, group.chunks().stream().mapToLong(Chunk::uncompressed).sum())
                .i64(3, group.rows())
                .end();
    }
}
