package org.driftscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.ui.session.Preferences.Bounds;
import org.driftscope.ui.session.Preferences.Presenting;
import org.driftscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    Path folder;

    @Test
    void comeBackAsTheyWere() {
        Preferences preferences = new Preferences(
                Theme.DARK,
                1.25,
                new Bounds(1, 2, 1200, 700),
                true,
                List.of(0.2, 0.8, 0.5),
                true,
                false,
                List.of("/a"),
                List.of("DEVICE"),
                "SRAM_BITS",
                true,
                Map.of("tour", 3),
                new Presenting(List.of("MAPS"), 1.75, true, false));
        new PreferencesFile(folder.resolve("new")).write(preferences);
        assertThat(new PreferencesFile(folder.resolve("new")).read()).isEqualTo(preferences);
    }

    @Test
    void whatIsNoPathIsNoRecentFile() {
        Preferences first = Preferences.first();
        Preferences preferences = new Preferences(
                first.theme(),
                1,
                null,
                false,
                List.of(),
                true,
                true,
                List.of("a\0b", "", "/a"),
                List.of(),
                "",
                false,
                Map.of(),
                null);
        assertThat(preferences.recent()).containsExactly("/a");
    }

    @Test
    void aBrokenFileIsAsGoodAsNone() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": \"PURPLE\"");
        assertThat(new PreferencesFile(folder).read()).isEqualTo(Preferences.first());
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": \"DARK\"}");
        assertThat(new PreferencesFile(folder).read()).isEqualTo(Preferences.first());
    }
}
