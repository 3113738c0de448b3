package org.driftscope.ui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.RandomSource;
import org.driftscope.ui.settings.AgeScale;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final SettingsViewModel settings = new SettingsViewModel(history, new Random(1));

    @Test
    void showsTheState() {
        assertThat(settings.gMaxUsProperty().get()).isEqualTo(100);
        assertThat(settings.onOffRatioProperty().get()).isEqualTo(10);
        assertThat(settings.relativeDriftProperty().get()).isEqualTo(0.2);
        assertThat(settings.seedProperty().get()).isEqualTo("7");
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void everyControlWritesItsSettingAndUndoTakesItBack() {
        settings.mappingProperty().set(MappingKind.CONSTANT_SUM_PAIR);
        settings.levelsProperty().set(16);
        settings.methodProperty().set(Method.LORA);
        settings.rankProperty().set(8);
        settings.imagesProperty().set(20);
        settings.biasProperty().set(false);
        ExplorerState state = history.get();
        assertThat(state.chip().crossbar().mapping()).isEqualTo(MappingKind.CONSTANT_SUM_PAIR);
        assertThat(state.chip().crossbar().levels()).isEqualTo(16);
        assertThat(state.calibration().method()).isEqualTo(Method.LORA);
        assertThat(state.calibration().rank()).isEqualTo(8);
        assertThat(state.calibration().samples()).isEqualTo(20);
        assertThat(state.calibration().bias()).isFalse();
        for (int i = 0; i < 6; i++) {
            history.undo();
        }
        assertThat(history.get()).isEqualTo(ExplorerState.first());
        assertThat(settings.rankProperty().get()).isEqualTo(4);
        assertThat(settings.biasProperty().get()).isTrue();
    }

    @Test
    void aDeviceBringsItsRangeAgesAndGivesTheFirstRangeBack() {
        settings.deviceProperty().set(DeviceKinds.named("pcm"));
        settings.ageSecondsProperty().set(86_400);
        ExplorerState aged = history.get();
        assertThat(aged.chip().drift().id()).isEqualTo("pcm");
        assertThat(aged.chip().crossbar().range()).isEqualTo(new ConductanceRange(0, 25));
        assertThat(aged.chip().secondsSinceProgramming()).isEqualTo(86_400);
        assertThat(SettingCatalogue.changed(Group.DEVICE, aged))
                .extracting(entry -> entry.tell(aged))
                .contains("PCM (Joshi 2020)", "G max 25 \u00b5S");
        assertThat(SettingCatalogue.changed(Group.DRIFT, aged))
                .extracting(entry -> entry.tell(aged))
                .containsExactly("age 1 d");
        settings.gMaxUsProperty().set(50);
        assertThat(settings.outsideProperty().getValue()).contains("0 to 25 \u00b5S");
        history.undo();
        assertThat(settings.outsideProperty().getValue()).isEmpty();
        settings.deviceProperty().set(DeviceKinds.RELATIVE);
        assertThat(history.get().chip().crossbar().range())
                .isEqualTo(ExplorerState.first().chip().crossbar().range());
        assertThat(history.get().relativeDrift()).isEqualTo(0.2);
        history.undo();
        history.undo();
        history.undo();
        assertThat(history.get()).isEqualTo(ExplorerState.first());
    }

    @Test
    void anAgeOnTheSliderIsWhatItsFieldSays() {
        AgeScale scale = new AgeScale();
        for (int i = 0; i <= 100; i++) {
            double seconds = scale.fromPosition(i / 100.0);
            assertThat(scale.parse(scale.format(seconds))).isEqualTo(seconds);
            assertThat(scale.toPosition(seconds)).isCloseTo(i / 100.0, within(0.006));
        }
        assertThat(scale.parse("2,5 h")).isEqualTo(9000);
        assertThat(scale.parse("soon")).isNaN();
    }

    @Test
    void driftingLayersAreChosenByNameOrStageAndReset() {
        Network network = Graphs.residual(RandomSource.of(1));
        DriftLayersModel layers = settings.driftLayers();
        layers.show(network);
        List<String> all = layers.all();
        assertThat(layers.words()).isEqualTo("All " + all.size() + " layers");
        assertThat(layers.refusal("nosuch, " + all.get(0))).contains("nosuch");
        layers.take(all.get(0));
        assertThat(history.get().drifting()).isEqualTo(new LayerChoice(List.of(all.get(0))));
        assertThat(layers.words()).isEqualTo("1 of " + all.size() + " layers");
        assertThat(settings.changedProperty(Group.DRIFT).getValue()).isEqualTo(1);
        String stage = layers.stages().iterator().next();
        layers.toggle(stage);
        // the last that drifts goes on drifting
        assertThat(layers.drifting()).isNotEmpty();
        settings.reset(SettingCatalogue.of("drift-layers"));
        assertThat(history.get().drifting()).isEqualTo(LayerChoice.all());
        history.undo();
        assertThat(history.get().drifting()).isNotEqualTo(LayerChoice.all());
    }

    @Test
    void settingsOfSingleMethodsAndDeviceFiguresAreSteps() {
        settings.methodSettings().property(MethodSetting.BUDGET).set(5);
        settings.methodSettings().property(MethodSetting.READOUT_NOISE).set(0.05);
        settings.methodSettings().property(MethodSetting.MOST_AFFECTED).set(6);
        settings.methodSettings().property(MethodSetting.LEARNING_RATE).set(1e-4);
        settings.methodSettings().property(MethodSetting.STEPS).set(30);
        settings.costFiguresProperty().set(CostAssumptions.defaults().with(CostQuantity.RRAM_ENDURANCE, 1e8));
        assertThat(history.get().calibration().settings())
                .isEqualTo(MethodSettings.defaults()
                        .withBudget(5)
                        .with(MethodSetting.READOUT_NOISE, 0.05)
                        .withMostAffected(6)
                        .with(MethodSetting.LEARNING_RATE, 1e-4)
                        .withSteps(30)
                        .withLayerGain(true));
        assertThat(history.get().costs().get(CostQuantity.RRAM_ENDURANCE)).isEqualTo(1e8);
        for (int i = 0; i < 6; i++) {
            history.undo();
        }
        assertThat(history.get()).isEqualTo(ExplorerState.first());
        assertThat(settings.methodSettings().property(MethodSetting.BUDGET).get())
                .isEqualTo(2.34);
        assertThat(settings.costFiguresProperty().get()).isEqualTo(CostAssumptions.defaults());
    }

    @Test
    void aPresetIsOneStepAndCustomWhenASettingDiffersFromIt() {
        assertThat(settings.presetProperty().get()).contains(Preset.RECOMMENDED);
        settings.presetProperty().set(Optional.of(Preset.AS_PUBLISHED));
        settings.settled();
        settings.presetProperty().set(Optional.of(Preset.RECOMMENDED));
        assertThat(settings.biasProperty().get()).isTrue();
        assertThat(settings.methodSettings().property(MethodSetting.LAYER_GAIN).get())
                .isEqualTo(1);
        settings.biasProperty().set(false);
        assertThat(settings.presetProperty().get()).isEmpty();
        history.undo();
        assertThat(settings.presetProperty().get()).contains(Preset.RECOMMENDED);
        history.undo();
        assertThat(settings.presetProperty().get()).contains(Preset.AS_PUBLISHED);
        assertThat(settings.biasProperty().get()).isFalse();
        assertThat(settings.methodSettings().property(MethodSetting.LAYER_GAIN).get())
                .isZero();
    }

    @Test
    void theRatioStaysWhenTheHighestConductanceMoves() {
        settings.onOffRatioProperty().set(30);
        settings.gMaxUsProperty().set(70);
        assertThat(settings.onOffRatioProperty().get()).isEqualTo(30);
        assertThat(history.get().chip().crossbar().range().gMinUs()).isEqualTo(70.0 / 30);
        settings.onOffRatioProperty().set(Double.POSITIVE_INFINITY);
        assertThat(history.get().chip().crossbar().range().gMinUs()).isZero();
    }

    @Test
    void halfASeedIsNotTaken() {
        settings.seedProperty().set("12x");
        assertThat(history.get().chip().seed()).isEqualTo(7);
        settings.seedProperty().set("12");
        assertThat(history.get().chip().seed()).isEqualTo(12);
    }

    @Test
    void anotherChipIsAnotherSeedAndOneStep() {
        settings.anotherChip();
        assertThat(history.get().chip().seed()).isNotEqualTo(7);
        history.undo();
        assertThat(history.get().chip().seed()).isEqualTo(7);
    }
}
