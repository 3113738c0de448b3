package org.driftscope.io.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;

/**
 * A named set of settings that one can jump to.
 *
 * @param title for people
 * @param settings by name; what is not among them is as at a first start
 */
public record LessonScene(String title, Map<String, Object> settings) {
    public LessonScene {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The scene as an experiment. @param first what a first start shows */
    public ExperimentSpec on(ExperimentSpec first) {
        return Settings.with(first, settings);
    }
}
