package org.driftscope.io.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lesson: steps that are read, predicted and done one after the other.
 *
 * @param id what its progress is remembered by
 * @param title short
 * @param about one line for the list of lessons; "" for none
 * @param anyNetwork whether it can be given on any network with images; else it needs the bundled sample
 * @param scenes sets of settings by name, in the file's order
 * @param words explained by the lesson itself, by name; they go before those of the {@link Glossary}
 * @param steps at least one
 */
public record Lesson(
        String id,
        String title,
        String about,
        boolean anyNetwork,
        Map<String, LessonScene> scenes,
        Map<String, String> words,
        List<LessonStep> steps) {
    public Lesson {
        scenes = Collections.unmodifiableMap(new LinkedHashMap<>(scenes));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        steps = List.copyOf(steps);
    }

    /** What a word means; "" where neither the lesson nor the glossary has it. */
    public String meaning(String word) {
        String own = words.get(word);
        return own != null ? own : Glossary.meaning(word);
    }

    /** The name of the scene that a step begins in: its own, or that of the last step before that has one; "" for none. */
    public String sceneAt(int step) {
        for (int i = step; i >= 0; i--) {
            if (!steps.get(i).scene().isEmpty()) {
                return steps.get(i).scene();
            }
        }
        return "";
    }
}
