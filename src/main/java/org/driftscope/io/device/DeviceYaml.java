package org.driftscope.io.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.ReplayedPaths;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.support.SpecException;

/** A device as YAML and back; see src/docs/formats/device.md. */
final class DeviceYaml {
    static final String FORMAT = "driftscope-device";
    private static final int VERSION = 1;
    private static final double MOST_US = ValueUnit.MOST_US;
    private static final double MOST_SECONDS = 1e12;
    private static final List<String> KEYS = List.of(
            "format",
            "version",
            "name",
            "about",
            "source",
            "measurements",
            "gMinUs",
            "gMaxUs",
            "clipToRange",
            "targetsUs",
            "seconds",
            "shiftUs",
            "sigmaUs",
            "cells",
            "paths");

    private DeviceYaml() {}

    private static boolean isDevice(YamlMap root) {
        return root.find("format")
                .filter(node -> node.describe().contains(FORMAT))
                .isPresent();
    }

    static String text(MeasuredDevice device) {
        DriftTable table = device.table();
        StringBuilder text = new StringBuilder("# Use with: driftscope evaluate MODEL --device THIS_FILE --age 1h\n");
        entry(text, "format", FORMAT);
        entry(text, "version", Integer.toString(VERSION));
        entry(text, "name", quoted(device.name()));
        entry(text, "about", quoted(device.about()));
        entry(text, "source", quoted(device.source()));
        entry(text, "measurements", quoted(device.origin()));
        entry(text, "gMinUs", exact(device.range().gMinUs()));
        entry(text, "gMaxUs", exact(device.range().gMaxUs()));
        entry(text, "clipToRange", Boolean.toString(device.clips()));
        text.append("# where cells began, \u00b5S: one column each below; and when they were read: one row each\n");
        entry(text, "targetsUs", rising(table.targetsUs()));
        entry(text, "seconds", rising(table.seconds()));
        rows(text, "shiftUs", Arrays.stream(table.shiftUs()).map(DeviceYaml::list));
        rows(text, "sigmaUs", Arrays.stream(table.sigmaUs()).map(DeviceYaml::list));
        rows(text, "cells", Arrays.stream(table.cells()).map(Arrays::toString));
        if (device.isReplayed()) {
            text.append("# cells to take whole: where each began, and its change at each time, \u00b5S\n");
            rows(text, "paths", paths(device.paths()));
        }
        return text.toString();
    }

    private static Stream<String> paths(ReplayedPaths paths) {
        return IntStream.range(0, paths.count())
                .mapToObj(cell -> list(DoubleStream.concat(
                                DoubleStream.of(paths.startsUs()[cell]),
                                Arrays.stream(paths.changesUs()).mapToDouble(row -> row[cell]))
                        .toArray()));
    }

    private static void entry(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static void rows(StringBuilder text, String key, Stream<String> rows) {
        text.append(key).append(":\n");
        rows.forEach(row -> text.append("  - ").append(row).append('\n'));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String list(double[] values) {
        return DoubleStream.of(values).mapToObj(DeviceYaml::number).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Numbers that must not become equal: with all their digits where six would make two of them so. */
    private static String rising(double[] values) {
        String rounded = list(values);
        long different =
                DoubleStream.of(values).mapToObj(DeviceYaml::number).distinct().count();
        return different == values.length
                ? rounded
                : DoubleStream.of(values).mapToObj(DeviceYaml::exact).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Six digits, which is more than any cell is measured to. */
    private static String number(double value) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.5e", value));
        return exact(rounded);
    }

    /** @throws org.driftscope.io.yaml.SpecFileException if it is no device, with line and column */
    static MeasuredDevice read(YamlMap root) {
        if (!isDevice(root)) {
            throw root.place()
                    .error("this is no device file, which begins with \"format: " + FORMAT + "\". Make one with"
                            + " \"driftscope device fit\"");
        }
        if (root.require("version").scalar().integer(1, Integer.MAX_VALUE) > VERSION) {
            throw root.require("version")
                    .place()
                    .error("the device was written by a newer version of Driftscope. Open it with that version");
        }
        root.requireOnly(KEYS);
        try {
            return new MeasuredDevice(
                    root.require("name").scalar().text(),
                    optional(root, "about"),
                    optional(root, "source"),
                    new ConductanceRange(
                            root.require("gMinUs").scalar().real(0, MOST_US),
                            root.require("gMaxUs").scalar().real(0, MOST_US)),
                    root.find("clipToRange").map(node -> node.scalar().flag()).orElse(false),
                    table(root),
                    root.find("paths").map(DeviceYaml::paths).orElse(ReplayedPaths.NONE),
                    optional(root, "measurements"));
        } catch (SpecException e) {
            throw root.place().error(e.userMessage());
        } catch (IllegalArgumentException e) {
            throw root.require("paths").place().error("the device's paths do not fit: " + e.getMessage());
        }
    }

    private static ReplayedPaths paths(YamlNode node) {
        double[][] rows = rows(node, -MOST_US);
        if (Arrays.stream(rows).anyMatch(row -> row.length < 2 || row.length != rows[0].length)) {
            throw node.place().error("each path must have where it begins and one number a time");
        }
        int times = rows.length == 0 ? 0 : rows[0].length - 1;
        return new ReplayedPaths(
                Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                IntStream.range(0, times)
                        .mapToObj(time -> Arrays.stream(rows)
                                .mapToDouble(row -> row[time + 1])
                                .toArray())
                        .toArray(double[][]::new));
    }

    private static String optional(YamlMap root, String key) {
        return root.find(key).map(node -> node.scalar().text()).orElse("");
    }

    private static DriftTable table(YamlMap root) {
        double[] targets = numbers(root.require("targetsUs"), 0, MOST_US);
        double[] seconds = numbers(root.require("seconds"), 0, MOST_SECONDS);
        double[][] shift = rows(root.require("shiftUs"), -MOST_US);
        double[][] sigma = rows(root.require("sigmaUs"), 0);
        int[][] cells = root.find("cells")
                .map(node -> node.list().items().stream()
                        .map(row -> IntStream.range(0, row.list().items().size())
                                .map(at -> (int)
                                        row.list().items().get(at).scalar().integer(0, Integer.MAX_VALUE))
                                .toArray())
                        .toArray(int[][]::new))
                .orElseGet(() -> new int[seconds.length][targets.length]);
        try {
            return new DriftTable(targets, seconds, shift, sigma, cells);
        } catch (IllegalArgumentException e) {
            throw root.require("targetsUs").place().error("the device's tables do not fit: " + e.getMessage());
        }
    }

    private static double[][] rows(YamlNode node, double least) {
        return node.list().items().stream()
                .map(row -> numbers(row, least, MOST_US))
                .toArray(double[][]::new);
    }

    private static double[] numbers(YamlNode node, double least, double most) {
        return node.list().items().stream()
                .mapToDouble(item -> item.scalar().real(least, most))
                .toArray();
    }
}
