package org.driftscope.report.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.parquet.ParquetColumn;
import org.driftscope.io.parquet.ParquetColumn.Type;
import org.driftscope.io.parquet.ParquetWriter;
import org.driftscope.report.ArchivedStudy;
import org.driftscope.support.AtomicFiles;
import org.jspecify.annotations.Nullable;

/**
 * Archived trials as a Parquet table: what a CSV has, and each setting as a column of its own type. What a trial lacks is null;
 * lists have commas between their values.
 */
public final class TrialParquet {
    private TrialParquet() {}

    /** Whole or not at all. @throws org.driftscope.support.DriftscopeException if it cannot be written */
    public static void write(TrialSource trials, Path target) {
        AtomicFiles.write(target, out -> {
            ParquetWriter writer = new ParquetWriter(out, columns());
            try {
                trials.each(trial -> {
                    try {
                        writer.row(row(trial));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.finish();
        });
    }

    private static List<ParquetColumn> columns() {
        List<ParquetColumn> columns = new ArrayList<>(List.of(
                new ParquetColumn("key", Type.TEXT),
                new ParquetColumn("study", Type.TEXT),
                new ParquetColumn("finishedAt", Type.TIME),
                new ParquetColumn("tag", Type.TEXT)));
        TrialColumns.all()
                .forEach(column ->
                        columns.add(new ParquetColumn(column.name(), isWhole(column) ? Type.WHOLE : Type.REAL)));
        Settings.all().forEach(setting -> columns.add(new ParquetColumn(setting.name(), type(setting))));
        columns.add(new ParquetColumn("notes", Type.TEXT));
        columns.add(new ParquetColumn("provenance", Type.TEXT));
        return columns;
    }

    private static boolean isWhole(TrialColumn column) {
        return column.form() == TrialColumn.Form.COUNT;
    }

    private static Type type(Setting setting) {
        return switch (setting.kind()) {
            case INTEGER -> Type.WHOLE;
            case REAL -> Type.REAL;
            case FLAG -> Type.FLAG;
            default -> Type.TEXT;
        };
    }

    private static List<@Nullable Object> row(ArchivedTrial trial) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(trial.key());
        cells.add(String.join(", ", trial.studies()));
        cells.add(time(trial.finishedAt()));
        cells.add(trial.tag());
        for (TrialColumn column : TrialColumns.all()) {
            double number = trial.outcome().number(column.name());
            cells.add(Double.isNaN(number) ? null : isWhole(column) ? (Object) (long) number : (Object) number);
        }
        Map<String, Object> settings = ArchivedStudy.settings(trial);
        Settings.all().forEach(setting -> cells.add(cell(type(setting), settings.get(setting.name()))));
        cells.add(trial.outcome().notes());
        cells.add(trial.provenance());
        return cells;
    }

    /** Null for a value of another kind than the setting's, which only a damaged archive has. */
    private static @Nullable Object cell(Type type, @Nullable Object value) {
        return switch (type) {
            case WHOLE, TIME -> value instanceof Number number ? (Object) number.longValue() : null;
            case REAL -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case FLAG -> value instanceof Boolean ? value : null;
            case TEXT -> value == null ? null : text(value);
        };
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static @Nullable Object time(String finishedAt) {
        try {
            return Instant.parse(finishedAt).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
