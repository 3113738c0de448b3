package org.driftscope.io.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.device.measured.ReplayedPaths;
import org.driftscope.io.files.Hashes;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFilesTest {
    @TempDir
    Path folder;

    private static MeasuredDevice device() {
        return new MeasuredDevice(
                "mine",
                "Cells with a \"name\" in quotes.",
                "Me (2026)",
                new ConductanceRange(1.5, 40),
                true,
                new DriftTable(
                        new double[] {5, 20.25},
                        new double[] {0, 0.01, 86_400},
                        new double[][] {{0, 0}, {-0.1, -0.2}, {-1.25, -2}},
                        new double[][] {{0, 0}, {0.5, 0.25}, {1, 2}},
                        new int[][] {{100, 90}, {100, 90}, {100, 29}}),
                new ReplayedPaths(
                        new double[] {4.5, 5.5, 21}, new double[][] {{0, 0, 0}, {-0.5, 0.25, 1}, {-1, -0.125, 7}}),
                "cells.csv");
    }

    private Path written() {
        Path file = folder.resolve("mine.yaml");
        DeviceFiles.write(device(), file);
        return file;
    }

    @Test
    void aDeviceReadsBackTheSameAndIsKnownByItsContent() throws IOException {
        Path file = written();
        DeviceKind kind = DeviceFiles.open(file);
        MeasuredDevice read = ((MeasuredDrift) kind.model()).device();
        assertThat(read).usingRecursiveComparison().isEqualTo(device());
        assertThat(kind.id()).isEqualTo("mine@" + Hashes.sha256(file));
        Devices devices = Devices.listed().with(kind);
        assertThat(devices.named(kind.id())).isEqualTo(kind);
        assertThatThrownBy(() -> DeviceKinds.named(kind.id())).hasMessageContaining("not open");
        Path moved = Files.move(file, folder.resolve("moved.yaml"));
        assertThat(DeviceFiles.open(moved)).as("the place is no part of it").isEqualTo(kind);
        assertThat(DeviceFiles.named("moved.yaml", folder)).isEqualTo(kind);
        assertThat(DeviceFiles.place(devices.with(DeviceFiles.open(moved)).named(kind.id())))
                .isEqualTo(moved.toString());
        Files.writeString(moved, Files.readString(moved).replace("-1.25", "-1.26"));
        assertThat(DeviceFiles.open(moved)).isNotEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: driftscope-device|form: driftscope-device|this is no device file",
                "version: 1|version: 9|newer version",
                "[5, 20.25]|[20.25, 5]|must rise",
                "[5, 20.25]|[5, 20.25, 30]|there are 3 targets",
                "[0, 0.01, 86400]|[0, 0.01]|one row a time, 2",
                "[1, 2]|[1, -2]|expected a number from 0.0",
                "[-1.25, -2]|[-1.25, .nan]|expected a number",
                "gMinUs: 1.5|gMinUs: 50|above gMin",
                "name: \"mine\"|name: \"../mine\"|name is",
                "[4.5, 0, -0.5, -1]|[4.5, 0, -0.5]|each path must have",
                "[4.5, 0, -0.5, -1]|[45, 0, -0.5, -1]|sorted",
                "clipToRange: true|clipToRagne: true|unknown key 'clipToRagne'",
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String from, String to, String message) throws IOException {
        Path file = written();
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> DeviceFiles.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file + ", line ")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertThatThrownBy(() -> DeviceFiles.open(folder)).hasMessageContaining("is a folder");
        Path table = Files.writeString(folder.resolve("cells.csv"), "cell,time,G_uS\n1,0,5\n");
        assertThat(DeviceFiles.isDevice(table)).isFalse();
        assertThat(DeviceFiles.isDevice(written())).isTrue();
        assertThatThrownBy(() -> DeviceFiles.open(table))
                .hasMessageContaining("cells.csv is no device file. Give a device file, as \"driftscope device fit\"");
        assertThatThrownBy(() -> DeviceFiles.named("none.yaml", folder)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> DeviceFiles.named("none", folder)).hasMessageContaining("or a device file");
    }

    @Test
    void nodesThatSixDigitsWouldMakeEqualStayApart() throws IOException {
        Path states = Files.writeString(folder.resolve("near.csv"), "100000.1,1\n100000.2,2\n");
        MeasuredDevice device = ListedDevices.read(states, "near", ValueUnit.MICROSIEMENS, 20);
        Path file = folder.resolve("near.yaml");
        DeviceFiles.write(device, file);
        MeasuredDrift read = (MeasuredDrift) DeviceFiles.open(file).model();
        assertThat(read.device().table().targetsUs()).containsExactly(100_000.1, 100_000.2);
        assertThat(read.device().range()).isEqualTo(device.range());
    }

    @Test
    void listsOfOtherSimulatorsBecomeDevices() throws IOException {
        Path states = Files.writeString(folder.resolve("mem_states.csv"), "1e-5,2e-7\n4e-5,1e-6\n2e-5,4e-7\n");
        MeasuredDevice neurosim = ListedDevices.read(states, "states", null, 20);
        assertThat(neurosim.table().targetsUs()).containsExactly(10, 20, 40);
        assertThat(neurosim.table().sigmaUs()[0]).containsExactly(new double[] {0.2, 0.4, 1}, within(1e-12));
        assertThat(neurosim.table().seconds()).containsExactly(0);
        Path exponents = Files.writeString(folder.resolve("nu.csv"), "g,nu,std\n5,0.06,0\n25,0.04,0.01\n");
        DriftTable law =
                ListedDevices.read(exponents, "law", ValueUnit.MICROSIEMENS, 20).table();
        assertThat(law.seconds()).startsWith(0, 20).doesNotHaveDuplicates();
        int decade = 3;
        assertThat(law.seconds()[decade]).isCloseTo(200, within(1e-9));
        assertThat(law.shiftUs()[decade][0]).isCloseTo(5 * (Math.pow(10, -0.06) - 1), within(1e-9));
        assertThat(law.sigmaUs()[decade][1]).isCloseTo(25 * Math.pow(10, -0.04) * 0.01 * Math.log(10), within(1e-3));
        assertThat(law.lastSeconds()).isGreaterThan(10 * 365 * 86_400.0);
        Path much = Files.writeString(folder.resolve("much.csv"), "1,0.2\n10,0.3\n");
        assertThatThrownBy(() -> ListedDevices.read(much, "much", ValueUnit.SIEMENS, 20))
                .hasMessageContaining("1.0E7 \u00b5S, in S, which no cell has");
        Path odd = Files.writeString(folder.resolve("odd.csv"), "1e-5,2e-7\n2e-5\n");
        assertThatThrownBy(() -> ListedDevices.read(odd, "odd", null, 20))
                .hasMessageContaining("odd.csv, line 2: the line has 1 columns");
        Path negative = Files.writeString(folder.resolve("negative.csv"), "1e-5,-2e-7\n");
        assertThatThrownBy(() -> ListedDevices.read(negative, "odd", null, 20))
                .hasMessageContaining("line 1: \"-2e-7\"");
    }
}
