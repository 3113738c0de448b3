package org.driftscope.io.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.driftscope.experiment.spec.ExperimentSpec;

/** The lessons that come with Driftscope, on its sample. */
public final class BundledLessons {
    private static final List<String> NAMES =
            List.of("tour", "crossbars", "drifting", "on-off-ratio", "low-rank", "bits-and-cost", "ageing");

    private BundledLessons() {}

    /** In the order in which they are meant to be given; the first is the tour. @param first what a first start shows */
    public static List<Lesson> all(ExperimentSpec first) {
        return NAMES.stream().map(name -> read(name, first)).toList();
    }

    private static Lesson read(String name, ExperimentSpec first) {
        String file = name + ".yaml";
        try (InputStream in = BundledLessons.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the lesson " + file + " is missing");
            }
            return LessonReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
