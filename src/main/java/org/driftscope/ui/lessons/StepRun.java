package org.driftscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.LessonCheck;
import org.driftscope.io.lesson.LessonCheck.OfFigure;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.io.lesson.LessonPrediction;
import org.driftscope.io.lesson.LessonPrediction.Option;
import org.driftscope.io.lesson.LessonStep;
import org.driftscope.io.lesson.LessonValues;
import org.driftscope.io.lesson.TextBlock;
import org.driftscope.io.lesson.TextBlock.Run;
import org.driftscope.io.lesson.TextBlock.Style;
import org.jspecify.annotations.Nullable;

/** One step as it is gone through: what was when it began, what was predicted, and what was measured when it was done. */
final class StepRun {
    private final LessonStep step;
    private Snapshot begun;
    private String predicted = "";
    private @Nullable Snapshot end;
    private List<NamedFigure> figures = List.of();

    StepRun(LessonStep step, Snapshot begun) {
        this.step = step;
        this.begun = begun;
    }

    LessonStep step() {
        return step;
    }

    Snapshot begun() {
        return begun;
    }

    /** What was measured when it was done; null before. */
    @Nullable
    Snapshot end() {
        return end;
    }

    /** The prediction in words; "" before there is one. */
    String predicted() {
        return predicted;
    }

    List<NamedFigure> figures() {
        return figures;
    }

    void keep(List<NamedFigure> shown) {
        figures = List.copyOf(shown);
    }

    /** A prediction, unless what it is about has been seen by now. */
    void predict(String answer) {
        if (end == null) {
            predicted = answer;
        }
    }

    boolean isDone() {
        return end != null;
    }

    boolean awaitsPrediction() {
        return step.prediction() != null && predicted.isEmpty();
    }

    /** Whether something that the step compares with is still being measured. */
    boolean awaitsBefore() {
        return lookedBackAt().anyMatch(name -> !begun.knows(name));
    }

    /** Whether what it compares with has to be calibrated first. */
    boolean awaitsCalibration() {
        return lookedBackAt()
                .filter(name -> !begun.knows(name))
                .flatMap(name -> LessonFigure.find(name).stream())
                .anyMatch(LessonFigure::isOfCalibration);
    }

    /** Looks whether the step is done by now; once done it stays so. */
    void look(Snapshot now) {
        begun = begun.completedBy(now);
        boolean known = quoted().allMatch(now::knows);
        if (end == null && !awaitsPrediction() && !awaitsBefore() && known && now.meets(step.checks(), begun)) {
            end = now;
        }
    }

    private Stream<LessonCheck> allChecks() {
        LessonPrediction prediction = step.prediction();
        return prediction == null
                ? step.checks().stream()
                : Stream.concat(
                        step.checks().stream(),
                        prediction.options().stream().flatMap(option -> option.when().stream()));
    }

    /** Names of what has to be known of the beginning. */
    private Stream<String> lookedBackAt() {
        return Stream.concat(
                allChecks()
                        .filter(check ->
                                check instanceof OfFigure of && of.relation().looksBack())
                        .map(check -> ((OfFigure) check).figure().id()),
                LessonValues.in(step.after()).filter(LessonValues::isBefore).map(LessonValues::plain));
    }

    /** Names of what has to be known of the end. */
    private Stream<String> quoted() {
        LessonPrediction prediction = step.prediction();
        LessonFigure number = prediction == null ? null : prediction.number();
        Stream<String> asked = allChecks()
                .filter(OfFigure.class::isInstance)
                .map(check -> ((OfFigure) check).figure().id());
        Stream<String> told = LessonValues.in(step.after()).filter(name -> !LessonValues.isBefore(name));
        return Stream.concat(
                Stream.concat(asked, told), Stream.ofNullable(number).map(LessonFigure::id));
    }

    /** What came of the prediction; "" before the end, or where there was none. */
    String verdict() {
        Snapshot measured = end;
        LessonPrediction prediction = step.prediction();
        if (measured == null || prediction == null || predicted.isEmpty()) {
            return "";
        }
        LessonFigure number = prediction.number();
        if (number != null) {
            return String.format(
                    Locale.US,
                    "You said %s. Measured: %s.",
                    predicted,
                    number.text(Objects.requireNonNull(measured.figures().get(number))));
        }
        List<String> right = right(measured, prediction);
        if (right.isEmpty()) {
            return "You said: " + predicted + ".";
        }
        return right.contains(predicted)
                ? "You said: " + predicted + ". That is what was measured."
                : "You said: " + predicted + ". Measured: " + String.join(", ", right) + ".";
    }

    private List<String> right(Snapshot measured, LessonPrediction prediction) {
        List<String> right = new ArrayList<>();
        for (Option option : prediction.options()) {
            if (!option.when().isEmpty() && measured.meets(option.when(), begun)) {
                right.add(option.text());
            }
        }
        return right;
    }

    /** A text with its values in place. @param now what is not of the beginning */
    List<TextBlock> filled(List<TextBlock> text, Snapshot now) {
        return text.stream()
                .map(block -> new TextBlock(
                        block.kind(),
                        block.runs().stream().map(run -> filled(run, now)).toList()))
                .toList();
    }

    private Run filled(Run run, Snapshot now) {
        if (run.style() != Style.VALUE) {
            return run;
        }
        Snapshot of = LessonValues.isBefore(run.text()) ? begun : now;
        return new Run(Style.VALUE, of.text(LessonValues.plain(run.text())), "");
    }
}
