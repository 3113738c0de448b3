package org.driftscope.ui.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.driftscope.io.device.TableOptions;
import org.driftscope.io.device.TablePreview;
import org.driftscope.io.device.ValueUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a table's columns.
 *
 * @param preview of the table
 * @param roles one a column
 * @param unit of values and targets; null to tell it from heading and numbers
 * @param timeUnit of times; "" for seconds, or what the heading says
 * @param skipInvalid whether rows without a usable number are left out
 */
public record ColumnChoice(
        TablePreview preview, List<ColumnRole> roles, @Nullable ValueUnit unit, String timeUnit, boolean skipInvalid) {
    private static final String SEPARATOR = "|";

    public ColumnChoice {
        roles = List.copyOf(roles);
    }

    /** Nothing is said yet. */
    static ColumnChoice none(TablePreview preview) {
        return new ColumnChoice(
                preview,
                preview.names().stream().map(name -> ColumnRole.LEFT_OUT).toList(),
                null,
                "",
                false);
    }

    /** With another role for a column; that of others stays, since keys pass by all roles. */
    ColumnChoice with(int column, ColumnRole role) {
        List<ColumnRole> changed = new ArrayList<>(roles);
        changed.set(column, role);
        return new ColumnChoice(preview, changed, unit, timeUnit, skipInvalid);
    }

    /** A role of several columns, in a sentence; "" where there is none. */
    private String doubled() {
        for (ColumnRole role : ColumnRole.values()) {
            if (role != ColumnRole.LEFT_OUT && Collections.frequency(roles, role) > 1) {
                return "Say it of one column only: " + role.label() + ".";
            }
        }
        return roles.contains(ColumnRole.CONDUCTANCE) && roles.contains(ColumnRole.RESISTANCE)
                ? "Take the conductance or the resistance, not both."
                : "";
    }

    /** What is still to be said; "" where the table can be read so. */
    String missing() {
        String doubled = doubled();
        if (!doubled.isEmpty()) {
            return doubled;
        }
        if (isWide()) {
            return "";
        }
        if (!roles.contains(ColumnRole.TIME)) {
            return "Say which column is the time.";
        }
        if (!roles.contains(ColumnRole.CONDUCTANCE) && !roles.contains(ColumnRole.RESISTANCE)) {
            return "Say which column is the conductance or the resistance.";
        }
        // arrays of cells and times need no names of cells
        return roles.contains(ColumnRole.CELL) || preview.arrays() ? "" : "Say which column tells cells apart.";
    }

    TableOptions options() {
        String target = column(ColumnRole.TARGET);
        return new TableOptions(
                column(ColumnRole.CELL),
                column(ColumnRole.TIME),
                column(ColumnRole.CONDUCTANCE),
                column(ColumnRole.RESISTANCE),
                target.isEmpty() ? TableOptions.NONE : target,
                unit,
                timeUnit,
                isWide(),
                skipInvalid);
    }

    /** A column of times makes each row a measurement, whatever the headings are. */
    private boolean isWide() {
        return preview.wide() && !roles.contains(ColumnRole.TIME);
    }

    private String column(ColumnRole role) {
        int at = roles.indexOf(role);
        return at < 0 ? "" : preview.words().get(at);
    }

    /** As text, for the next table of these columns. */
    String remembered() {
        List<String> words = new ArrayList<>();
        words.add(unit == null ? "" : unit.word());
        words.add(timeUnit);
        words.add(Boolean.toString(skipInvalid));
        roles.forEach(role -> words.add(role.name()));
        return String.join(SEPARATOR, words);
    }

    /** What was said of a table of these columns before; nothing where that cannot be read. */
    static ColumnChoice of(TablePreview preview, String remembered) {
        String[] words = remembered.split("\\|", -1);
        int others = 3;
        if (words.length != others + preview.names().size()) {
            return none(preview);
        }
        try {
            return new ColumnChoice(
                    preview,
                    Arrays.stream(words).skip(others).map(ColumnRole::valueOf).toList(),
                    words[0].isEmpty() ? null : ValueUnit.parse(words[0]),
                    words[1],
                    Boolean.parseBoolean(words[2]));
        } catch (RuntimeException e) {
            return none(preview);
        }
    }
}
