package org.driftscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerSettingsModelTest {
    private static final Setting ADC = Settings.of(CircuitSettings.ADC_BITS);

    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final LayersViewModel layers = new LayersViewModel(history);
    private final LayerSettingsModel model = layers.settings();

    @BeforeEach
    void open() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            layers.show(bench.network().analogLayers(), layer -> 1);
            layers.showSettings(bench.network());
        }
    }

    private List<String> texts() {
        return history.get().chip().perLayer().texts();
    }

    private String own(String layer) {
        return layers.rows().stream()
                .filter(row -> row.name().equals(layer))
                .findFirst()
                .orElseThrow()
                .ownProperty()
                .get();
    }

    @Test
    void rowsSayInWhatTheyDifferAndUndoTakesItBack() {
        model.set(List.of("conv1", "fc"), false, Map.of(ADC, 8L, DeviceSettings.TILE, 64L));
        assertThat(texts()).containsExactly("conv1,fc:tile=64,adc-bits=8");
        assertThat(own("fc")).isEqualTo("tile 64, ADCs of 8 bits");
        assertThat(own("layer1.0.conv1")).isEmpty();
        model.set(List.of("fc"), true, Map.of());
        assertThat(own("fc")).isEqualTo("digital");
        assertThat(own("conv1")).isEqualTo("tile 64, ADCs of 8 bits");
        history.undo();
        assertThat(own("fc")).isEqualTo("tile 64, ADCs of 8 bits");
        history.undo();
        assertThat(own("fc")).isEmpty();
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void severalLayersShowWhatTheyShare() {
        model.set(List.of("conv1", "fc"), false, Map.of(ADC, 8L));
        model.set(List.of("fc"), false, Map.of(ADC, 8L, DeviceSettings.TILE, 64L));
        LayerSettingsModel.Common common = model.of(List.of("conv1", "fc"));
        assertThat(common.values()).containsOnly(Map.entry(ADC, 8L));
        assertThat(common.differing()).containsExactly(DeviceSettings.TILE);
        assertThat(common.digital()).isFalse();
        model.set(List.of("conv1", "fc"), false, Map.of());
        assertThat(texts()).isEmpty();
    }

    @Test
    void whatLayersCannotHaveIsRefused() {
        assertThat(model.refusal(List.of("fc"), false, Map.of(ADC, 40L))).contains("adcBits is 40");
        assertThat(model.refusal(List.of("fc"), false, Map.of(ADC, 4L))).isEmpty();
        assertThat(texts()).isEmpty();
    }
}
