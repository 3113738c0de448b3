package org.driftscope.ui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.EnumWords;
import org.driftscope.support.RandomSource;
import org.driftscope.ui.control.age.AgeScale;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final SettingsViewModel settings = new SettingsViewModel(history, new Random(1));

    @Test
    void showsTheState() {
        assertThat(settings.number(DeviceSettings.G_MAX).get()).isEqualTo(100);
        assertThat(settings.number(DeviceSettings.ON_OFF).get()).isEqualTo(10);
        assertThat(settings.number(DriftSettings.DRIFT).get()).isEqualTo(0.2);
        assertThat(settings.seedProperty().get()).isEqualTo("7");
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void everyControlWritesItsSettingAndUndoTakesItBack() {
        settings.word(DeviceSettings.MAPPING).set(MappingKind.CONSTANT_SUM_PAIR.id());
        settings.number(DeviceSettings.LEVELS).set(16);
        settings.word(CalibrationSettings.METHOD).set(Method.LORA.id());
        settings.number(CalibrationSettings.RANK).set(8);
        settings.number(CalibrationSettings.SAMPLES).set(20);
        settings.flag(CalibrationSettings.BIAS).set(false);
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
        assertThat(settings.number(CalibrationSettings.RANK).get()).isEqualTo(4);
        assertThat(settings.flag(CalibrationSettings.BIAS).get()).isTrue();
    }

    @Test
    void aDeviceBringsItsRangeAgesAndGivesTheFirstRangeBack() {
        settings.deviceProperty().set(DeviceKinds.named("pcm"));
        settings.number(DriftSettings.AGE).set(86_400);
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
        settings.number(DeviceSettings.G_MAX).set(50);
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
    void whatAPublishedErrorOfWritingWasNotMeasuredForIsSaidBesideTheDevice() {
        settings.deviceProperty().set(DeviceKinds.named("milo"));
        assertThat(settings.outsideProperty().getValue()).isEmpty();
        settings.deviceProperty().set(DeviceKinds.named("pcm"));
        settings.number(DeviceSettings.PROGRAMMING_ERROR).set(1);
        assertThat(settings.outsideProperty().getValue()).isEmpty();
        history.edit(
                "error",
                state -> state.withCrossbar(state.chip()
                        .crossbar()
                        .withProgrammingError(new ProgrammingError(1, ProgrammingError.RelativeTo.MILO))));
        assertThat(settings.outsideProperty().getValue()).contains("Milo 2021", "50 to 225 µS");
        assertThat(ChipWords.of(history.get().chip(), history.get().drifting()).values())
                .contains("100 % programming error of Milo 2021", "PCM (Joshi 2020) after 0 s");
        settings.deviceProperty().set(DeviceKinds.named("milo"));
        assertThat(ChipWords.of(history.get().chip(), history.get().drifting()).values())
                .contains("RRAM as written (Milo 2021)");
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
        settings.number(Settings.of(MethodSetting.BUDGET)).set(5);
        settings.number(Settings.of(MethodSetting.READOUT_NOISE)).set(0.05);
        settings.number(Settings.of(MethodSetting.MOST_AFFECTED)).set(6);
        settings.number(Settings.of(MethodSetting.LEARNING_RATE)).set(1e-4);
        settings.number(Settings.of(MethodSetting.STEPS)).set(30);
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
        assertThat(settings.number(Settings.of(MethodSetting.BUDGET)).get()).isEqualTo(2.34);
        assertThat(settings.costFiguresProperty().get()).isEqualTo(CostAssumptions.defaults());
    }

    @Test
    void aPresetIsOneStepAndCustomWhenASettingDiffersFromIt() {
        assertThat(settings.word(CalibrationSettings.PRESET).get()).isEqualTo(EnumWords.of(Preset.RECOMMENDED));
        settings.word(CalibrationSettings.PRESET).set(EnumWords.of(Preset.AS_PUBLISHED));
        settings.settled();
        settings.word(CalibrationSettings.PRESET).set(EnumWords.of(Preset.RECOMMENDED));
        assertThat(settings.flag(CalibrationSettings.BIAS).get()).isTrue();
        assertThat(settings.flag(Settings.of(MethodSetting.LAYER_GAIN)).get()).isTrue();
        settings.flag(CalibrationSettings.BIAS).set(false);
        assertThat(settings.word(CalibrationSettings.PRESET).get()).isEqualTo("custom");
        history.undo();
        assertThat(settings.word(CalibrationSettings.PRESET).get()).isEqualTo(EnumWords.of(Preset.RECOMMENDED));
        history.undo();
        assertThat(settings.word(CalibrationSettings.PRESET).get()).isEqualTo(EnumWords.of(Preset.AS_PUBLISHED));
        assertThat(settings.flag(CalibrationSettings.BIAS).get()).isFalse();
        assertThat(settings.flag(Settings.of(MethodSetting.LAYER_GAIN)).get()).isFalse();
    }

    @Test
    void theRatioStaysWhenTheHighestConductanceMoves() {
        settings.number(DeviceSettings.ON_OFF).set(30);
        settings.number(DeviceSettings.G_MAX).set(70);
        assertThat(settings.number(DeviceSettings.ON_OFF).get()).isEqualTo(30);
        assertThat(history.get().chip().crossbar().range().gMinUs()).isEqualTo(70.0 / 30);
        settings.number(DeviceSettings.ON_OFF).set(Double.POSITIVE_INFINITY);
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
