package org.driftscope.ui.theme;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon, for the windows' frames, the task bar and the switcher; drawn by IconPicture among the tests. */
public final class AppIcon {
    /** Sizes a window's frame asks for, px; the packages take the larger ones too. */
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128);

    private AppIcon() {}

    /** Gives a window the icon. */
    public static void on(Stage stage) {
        stage.getIcons().setAll(SIZES.stream().map(AppIcon::image).toList());
    }

    private static Image image(int size) {
        String name = "icon-" + size + ".png";
        return new Image(
                Objects.requireNonNull(AppIcon.class.getResource(name), name).toExternalForm());
    }
}
