package org.driftscope.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices against values computed elsewhere with given normals (folder: system property shared.vectors). */
class DeviceVectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("shared.vectors", "../shared/vectors"));

    @BeforeEach
    void present() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no reference vectors at " + FOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "wan, wan2022, 0, 40, false",
        "cmo02, cmo, 9, 88.199997, true",
        "cmo2, cmo-2, 9, 88.199997, true",
        "cmo02nc, cmo, 9, 88.199997, false",
        "pcm, pcm, 0, 25, false",
        "hermes1, hermes-1, 0, 10.35, false",
        "hermes2, hermes-2, 0, 20.7, false",
        "milo, milo, 50, 225, false",
        "rel20, relative, 0, 100, false"
    })
    void everyCellIsWrittenAndAgesAsComputedElsewhere(
            String vector, String device, double gMinUs, double gMaxUs, boolean clips) {
        check(vector, DeviceKinds.named(device).model(), new ConductanceRange(gMinUs, gMaxUs), clips);
    }

    @ParameterizedTest
    @CsvSource("power, 0.1, 0, 1")
    void aPowerLawBeginsAtItsFirstRead(String vector, double exponent, double spread, double first) {
        check(vector, new PowerLawDrift(exponent, spread, first), new ConductanceRange(0, 25), false);
    }

    @Test
    void aPublishedErrorOfWritingIsAsComputedElsewhereBeforeAnyDrift() {
        double[] targets = array("milo", "g_target");
        double[] normals = array("milo", "z1");
        double[] programmed = array("milo", "g_prog");
        ProgrammingError error = new ProgrammingError(1, ProgrammingError.RelativeTo.MILO);
        for (int cell = 0; cell < targets.length; cell++) {
            assertThat(error.programmedUs(targets[cell], 225, normals[cell]))
                    .isCloseTo(programmed[cell], within(1e-12));
            assertThat(error.withAmount(0.5).programmedUs(targets[cell], 225, normals[cell]))
                    .as("half of it")
                    .isCloseTo((programmed[cell] + targets[cell]) / 2, within(1e-12));
        }
    }

    private static void check(String vector, DriftModel model, ConductanceRange range, boolean clips) {
        double[] times = array(vector, "times");
        double[] targets = array(vector, "g_target");
        double[] written = array(vector, "z1");
        double[] moved = array(vector, "z2");
        // one normal of its own is all that a device has which is written exactly
        double[] drift = vector.equals("wan") ? written : moved;
        double[] programmed = array(vector, "g_prog");
        double[] aged = array(vector, "g_t");
        for (int cell = 0; cell < targets.length; cell++) {
            double gUs = clipped(model.programmedUs(targets[cell], range, written[cell]), range, false);
            if (!model.writesExactly()) {
                assertThat(gUs).as("%s cell %d programmed", vector, cell).isCloseTo(programmed[cell], within(1e-12));
            }
            for (int time = 0; time < times.length; time++) {
                double now =
                        clipped(model.at(range, times[time]).driftedUs(targets[cell], gUs, drift[cell]), range, clips);
                assertThat(now)
                        .as("%s cell %d at %s s", vector, cell, times[time])
                        .isCloseTo(aged[time * targets.length + cell], within(1e-12));
            }
        }
    }

    private static double clipped(double gUs, ConductanceRange range, boolean clips) {
        return clips ? range.clamp(gUs) : Math.max(0, gUs);
    }

    private static double[] array(String vector, String name) {
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("dev_" + vector + "." + name + ".npy")))
                    .order(ByteOrder.LITTLE_ENDIAN);
            file.position(10 + file.getShort(8));
            double[] values = new double[file.remaining() / Double.BYTES];
            file.asDoubleBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
