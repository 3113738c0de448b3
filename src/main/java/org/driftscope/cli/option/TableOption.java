package org.driftscope.cli.option;

import org.driftscope.io.device.TableOptions;
import org.driftscope.io.device.ValueUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How a table of measurements is to be read; what is left out is told from headings and numbers. */
public final class TableOption {
    @Option(
            names = "--cell",
            paramLabel = "COLUMN",
            description = "Which cell: a heading, or a column's number from 1.")
    String cell = "";

    @Option(names = "--time", paramLabel = "COLUMN", description = "Time since programming.")
    String time = "";

    @Option(names = "--conductance", paramLabel = "COLUMN", description = "What was measured.")
    String conductance = "";

    @Option(names = "--resistance", paramLabel = "COLUMN", description = "The same, as a resistance.")
    String resistance = "";

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "Target or first value, in the same unit; none to take each cell's first measurement.")
    String target = "";

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description = "S, mS, uS, nS, ohm, kohm or Mohm (default: as the heading or the numbers say).")
    @Nullable
    ValueUnit unit;

    @Option(names = "--time-unit", paramLabel = "UNIT", description = "ns, us, ms, s (default), min, h, d or y.")
    String timeUnit = "";

    @Option(names = "--wide", description = "Each row is a cell, and each column whose heading is a time is a reading.")
    boolean wide;

    @Option(names = "--skip-invalid", description = "Leave out rows without a usable number instead of refusing them.")
    boolean skipInvalid;

    /** All of it. */
    public TableOptions options() {
        return new TableOptions(cell, time, conductance, resistance, target, unit, timeUnit, wide, skipInvalid);
    }

    /** Units by their words. */
    public static final class UnitConverter implements ITypeConverter<ValueUnit> {
        @Override
        public ValueUnit convert(String value) {
            return ValueUnit.parse(value);
        }
    }
}
