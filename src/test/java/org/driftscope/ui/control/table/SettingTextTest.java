package org.driftscope.ui.control.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.junit.jupiter.api.Test;

class SettingTextTest {
    @Test
    void namesAreWordsThatBeginWithACapital() {
        assertThat(Settings.all())
                .extracting(Setting::name)
                .allSatisfy(name -> assertThat(SettingText.title(name)).as(name).matches("[A-Z][A-Za-z/ -]*"));
        assertThat(SettingText.title("programmingError")).isEqualTo("Programming error");
        assertThat(SettingText.title("gMax")).isEqualTo("G max");
    }

    @Test
    void valuesAreCalledAsOnTheCards() {
        assertThat(SettingText.value("method", "affine")).isEqualTo("scale and bias");
        assertThat(SettingText.value("mapping", "offset-column")).isEqualTo("Offset column");
        assertThat(SettingText.value("device", "pcm")).isEqualTo("PCM");
        assertThat(SettingText.value("age", 86_400L)).isEqualTo("1 d");
        assertThat(SettingText.value("rank", 4L)).isEqualTo("4");
        assertThat(SettingText.value("layers", List.of("a", "b"))).isEqualTo("a, b");
        assertThat(SettingText.value("device", "of a later version")).isEqualTo("of a later version");
        assertThat(SettingText.value("rank", null)).isEmpty();
    }
}
