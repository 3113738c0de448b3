package org.driftscope.io.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;

/** Names that stand for a value in a lesson's texts: figures, settings, the chosen layer, each also as it was before. */
public final class LessonValues {
    /** The layer that is chosen. */
    public static final String LAYER = "layer";

    private static final String BEFORE = "before.";

    private LessonValues() {}

    /** Whether a name stands for a value. */
    public static boolean isKnown(String name) {
        String plain = plain(name);
        return plain.equals(LAYER)
                || LessonFigure.find(plain).isPresent()
                || Settings.find(plain).isPresent();
    }

    /** Whether it is the value when the step began. */
    public static boolean isBefore(String name) {
        return name.startsWith(BEFORE);
    }

    /** The name of what is measured, now or before. */
    public static String plain(String name) {
        return isBefore(name) ? name.substring(BEFORE.length()) : name;
    }

    /** All names, for messages. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(LessonFigure.ids());
        names.add(LAYER);
        Settings.all().stream().map(Setting::name).forEach(names::add);
        return names;
    }

    /** Names of the values that stand in texts. */
    public static Stream<String> in(List<TextBlock> text) {
        return text.stream()
                .flatMap(block -> block.runs().stream())
                .filter(run -> run.style() == TextBlock.Style.VALUE)
                .map(TextBlock.Run::text);
    }
}
