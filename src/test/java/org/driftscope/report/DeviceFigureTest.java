package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.driftscope.device.CellMotion;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.figure.chart.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFigureTest {
    /** Figures of the sources, far enough from 0 for clipping to matter little. */
    @ParameterizedTest
    @CsvSource({
        "wan2022, 20, 1, 0, 2.023",
        "wan2022, 30, 86400, 0, 3.366",
        "cmo, 50, 86400, -1.012, 0.891",
        "cmo, 50, 315360000, -1.742, 1.235",
        "milo, 50, 0, 0, 4.327",
        "milo, 225, 3600, 0, 2.733",
        // four million cells, drawn apart from this program
        "pyrram, 50, 0, 0, 12.650",
        "pyrram, 90, 0, -4.018, 14.285",
    })
    void cellsMoveAsTheirSourcesSay(String id, double targetUs, double seconds, double shift, double sigma) {
        DeviceKind kind = DeviceKinds.named(id);
        CellMotion motion = CellMotion.of(kind.model(), kind.usualRange(), kind.clips(), targetUs, seconds);
        double sure = id.equals("pyrram") ? .02 : 1e-3;
        assertThat(motion.shiftUs()).isCloseTo(shift, within(sure));
        assertThat(motion.sigmaUs()).isCloseTo(sigma, within(sure));
    }

    @Test
    void relativeCellsSpreadByTheirShareAndClipWhereTheyMust() {
        DriftModel model = DeviceKinds.RELATIVE.model();
        ConductanceRange range = new ConductanceRange(0, 100);
        assertThat(CellMotion.of(model, range, false, 60, 0).sigmaUs()).isCloseTo(12, within(1e-3));
        CellMotion clipped = CellMotion.of(model, range, true, 100, 0);
        assertThat(clipped.shiftUs())
                .as("half of the cells can only fall")
                .isCloseTo(-20 / Math.sqrt(2 * Math.PI), within(0.2));
    }

    @Test
    void everyDeviceHasAFigure() {
        for (DeviceKind kind : DeviceKinds.all()) {
            Figure figure = DeviceFigure.of(kind.model(), kind.usualRange(), kind.clips());
            List<List<String>> rows = figure.table().rows();
            assertThat(rows).as(kind.name()).isNotEmpty();
            assertThat(rows).noneMatch(row -> row.get(3).contains("NaN"));
            assertThat(rows.stream().map(row -> row.get(0)).distinct())
                    .hasSize(kind.model().ages() ? 4 : 2);
        }
    }
}
