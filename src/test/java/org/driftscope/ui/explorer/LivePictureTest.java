package org.driftscope.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.experiment.Chip;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of layers that follow the settings. */
class LivePictureTest {
    private static final String LARGE = "layer2.1.conv2";

    @TempDir
    Path folder;

    private static void wires(OpenWindow window, double ohm) {
        window.history.edit(
                "wires",
                state -> state.withCrossbar(state.chip()
                        .crossbar()
                        .withCircuit(CircuitSpec.ideal().with(CircuitSettings.WIRE_COLUMNS, ohm))));
    }

    private static float[] cells(LayerPicture picture) {
        return picture.drifted().gPlus().valuesUs();
    }

    /** What wires take is shown roughly and said to be so, until the hand rests; where that is quick it is exact at once. */
    @Test
    void wiresAreApproximateWhileAHandMovesAndExactAfter() {
        try (OpenWindow window = new OpenWindow(folder, new ImmediateRunner()).withSample()) {
            List<LayerPicture> pictures = new ArrayList<>();
            window.explorer.layers().selectedProperty().set(LARGE);
            window.explorer
                    .picture()
                    .lookProperty()
                    .subscribe((before, after) -> pictures.add(Objects.requireNonNull(after)));
            window.drift(0.3);
            assertThat(pictures).as("without wires").hasSize(1);
            pictures.clear();
            wires(window, 2);
            assertThat(pictures)
                    .extracting(LayerPicture::caption)
                    .containsExactly("approximate wires while you drag", "30 % drift + circuit, seed 7");
            Chip.Layer exact = window.workspace()
                    .use(bench -> bench.chipLayer(window.history.get().chip(), LARGE));
            assertThat(cells(pictures.get(1)))
                    .containsExactly(exact.seen().gPlus().valuesUs());
            assertThat(cells(pictures.get(0))).isNotEqualTo(cells(pictures.get(1)));
            assertThat(window.explorer.picture().isDrawing()).isFalse();
            window.explorer.layers().selectedProperty().set("conv1");
            pictures.clear();
            wires(window, 1);
            assertThat(pictures).as("a layer of few cells").hasSize(1);
        }
    }
}
