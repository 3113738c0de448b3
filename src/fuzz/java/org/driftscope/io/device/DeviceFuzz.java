package org.driftscope.io.device;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.driftscope.device.measured.DeviceFit;
import org.driftscope.device.measured.FitOptions;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.Measurements;
import org.driftscope.fuzz.Packing;
import org.driftscope.fuzz.ScratchFile;
import org.driftscope.io.yaml.YamlReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of cells as tables and arrays, lists of states, device files, and chips measured cell by cell. What was
 * fitted must become a device file that is read again.
 */
public final class DeviceFuzz {
    private static final ScratchFile FILE = new ScratchFile("cells.csv");
    private static final String[] HEADINGS = {
        "cell", "time", "time_s", "G_uS", "conductance", "R", "resistance", "target", "0", "1h", "t=10 ms", "nu", ""
    };
    private static final String[] NUMBERS = {
        "0", "1", "2", "10", "50.5", "1e-6", "1e6", "-1", "NaN", "inf", "1e400", "", "3600", "0x1p3", "1,5", "7f"
    };
    private static final String SOUND =
            """
            format: driftscope-device
            version: 1
            name: "a"
            gMinUs: 0
            gMaxUs: 50
            clipToRange: false
            targetsUs: [5, 25, 45]
            seconds: [0, 60, 3600]
            shiftUs:
              - [0, 0, 0]
              - [-1, 0.5, -2]
              - [-2, 1, -3]
            sigmaUs:
              - [0, 0, 0]
              - [1, 1, 1]
              - [2, 2, 2]
            cells:
              - [9, 9, 9]
              - [9, 9, 9]
              - [9, 9, 9]
            paths:
              - [5, 0, 1, 2]
              - [25, 0, -1, -2]
            """;

    private DeviceFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 6)) {
            case 0 -> ScratchFile.accepting(() -> read(changed(data)));
            case 1 -> {
                FILE.put(data.consumeBoolean() ? list(data) : data.consumeRemainingAsBytes());
                ScratchFile.accepting(
                        () -> writeAndRead(ListedDevices.read(FILE.path(), "list", unit(data), firstRead(data))));
            }
            case 2 -> fit(data, Packing.npz(data, "cell", "time", "conductance", "target"));
            case 3 -> fit(data, data.consumeRemainingAsBytes());
            case 4 -> fit(data, Packing.gz(table(data)));
            case 5 -> chip(data);
            default -> fit(data, table(data));
        }
    }

    private static void chip(FuzzedDataProvider data) {
        FILE.put(
                data.consumeBoolean()
                        ? Packing.npz(data, "a/drifted_plus", "a/drifted_minus", "b/effective")
                        : Packing.npzWithText(data, "chip.json", about(data), "a/drifted_plus", "a/drifted_minus"));
        ScratchFile.accepting(() -> DeviceFiles.open(FILE.path()));
    }

    private static String about(FuzzedDataProvider data) {
        return data.consumeBoolean()
                ? data.consumeString(60)
                : "{\"layers\": {\"a\": \"" + data.consumeAsciiString(4).replaceAll("[\"\\\\\\p{Cntrl}]", "")
                        + "\"}, \"chip\": \"gMinUs=" + data.pickValue(NUMBERS) + " gMaxUs=" + data.pickValue(NUMBERS)
                        + "\"}";
    }

    private static void fit(FuzzedDataProvider data, byte[] bytes) {
        FILE.put(bytes);
        ScratchFile.accepting(() -> {
            Measurements from = MeasurementFiles.open(FILE.path(), options(data));
            DeviceFit fit = DeviceFit.of(from, FitOptions.usual(), new CancelToken());
            boolean replayed = fit.paths().count() > 0 && data.consumeBoolean();
            writeAndRead(FittedDevice.of(fit, FILE.path(), "fitted", "", "", replayed));
        });
    }

    /** A device that was accepted once must be a device for good. */
    private static void writeAndRead(MeasuredDevice device) {
        String text = DeviceYaml.text(device);
        try {
            read(text);
        } catch (DriftscopeException e) {
            throw new IllegalStateException("a device that is not read again: " + e.userMessage() + "\n" + text, e);
        }
    }

    private static void read(String text) {
        MeasuredDevice device = DeviceYaml.read(YamlReader.parse(text, "device.yaml"));
        device.table();
    }

    private static String changed(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder(SOUND);
        int edits = data.consumeInt(1, 4);
        for (int i = 0; i < edits; i++) {
            int at = data.consumeInt(0, text.length());
            int end = Math.min(text.length(), at + data.consumeInt(0, 12));
            String put = data.consumeBoolean() ? data.pickValue(NUMBERS) : data.consumeString(8);
            text.replace(at, end, put);
        }
        return text.toString();
    }

    private static byte[] table(FuzzedDataProvider data) {
        String separator = data.pickValue(new String[] {",", "\t", " ", ";"});
        int columns = data.consumeInt(1, 5);
        StringBuilder text = new StringBuilder();
        if (data.consumeBoolean()) {
            row(text, columns, separator, data, HEADINGS);
        }
        int rows = data.consumeInt(0, 24);
        for (int i = 0; i < rows; i++) {
            row(text, columns, separator, data, NUMBERS);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        int columns = data.consumeInt(2, 3);
        int rows = data.consumeInt(0, 8);
        for (int i = 0; i < rows; i++) {
            row(text, columns, ",", data, NUMBERS);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Mostly a row of small numbers, which goes further; now and then anything. */
    private static void row(
            StringBuilder text, int columns, String separator, FuzzedDataProvider data, String[] words) {
        for (int i = 0; i < columns; i++) {
            String field =
                    switch (data.consumeInt(0, 7)) {
                        case 0 -> data.consumeAsciiString(6);
                        case 1, 2, 3 -> data.pickValue(words);
                        default -> words == HEADINGS ? data.pickValue(words) : Integer.toString(data.consumeInt(0, 60));
                    };
            text.append(i == 0 ? "" : separator).append(field);
        }
        text.append('\n');
    }

    private static TableOptions options(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return TableOptions.found();
        }
        return new TableOptions(
                column(data),
                column(data),
                column(data),
                "",
                data.consumeBoolean() ? TableOptions.NONE : column(data),
                unit(data),
                data.consumeBoolean() ? "" : "ms",
                data.consumeInt(0, 3) == 0,
                data.consumeBoolean());
    }

    private static String column(FuzzedDataProvider data) {
        return data.pickValue(List.of("", "1", "2", "3", "4", "0", "-1", "cell", "x"));
    }

    private static @Nullable ValueUnit unit(FuzzedDataProvider data) {
        return data.consumeBoolean() ? null : data.pickValue(ValueUnit.values());
    }

    private static double firstRead(FuzzedDataProvider data) {
        return data.pickValue(List.of(1.0, 20.0, 1e-3, 3600.0));
    }
}
