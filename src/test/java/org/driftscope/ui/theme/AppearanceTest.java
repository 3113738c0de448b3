package org.driftscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class AppearanceTest {
    private Appearance appearance;

    @BeforeEach
    void dressing() {
        appearance = new Appearance();
    }

    @Test
    void whatIsDressedFollowsThemeAndScale() {
        Pane pane = new Pane();
        appearance.dress(pane);
        int sheets = pane.getStylesheets().size();
        assertThat(pane.getStyle()).contains("13.0px");
        appearance.scaleProperty().set(1.5);
        appearance.themeProperty().set(Theme.DARK);
        assertThat(pane.getStyle()).contains("19.5px");
        assertThat(pane.getStylesheets()).as("one sheet of icons at a time").hasSize(sheets);
        assertThat(pane.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
        appearance.themeProperty().set(Theme.LIGHT);
        assertThat(pane.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("dark"));
    }

    @Test
    void whatWasClosedIsLetGo() throws InterruptedException {
        WeakReference<Pane> closed = new WeakReference<>(dressed());
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (closed.get() != null && Instant.now().isBefore(end)) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(closed.get()).isNull();
    }

    private Pane dressed() {
        Pane pane = new Pane();
        appearance.dress(pane);
        return pane;
    }
}
