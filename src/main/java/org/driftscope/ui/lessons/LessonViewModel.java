package org.driftscope.ui.lessons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonScene;
import org.driftscope.io.lesson.LessonStep;
import org.driftscope.report.worksheet.Worksheet;
import org.driftscope.ui.lessons.LessonPage.Mood;
import org.jspecify.annotations.Nullable;

/** The lesson that is given, and how far it is; holds no nodes. Used on the JavaFX thread. */
public final class LessonViewModel {
    private final Situation situation;
    private final ExperimentSpec first;
    private final List<Lesson> lessons;
    /** Steps that were gone through, by lesson. */
    private final Map<String, Integer> progress = new HashMap<>();

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<@Nullable LessonPage> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ReadOnlyStringWrapper finished = new ReadOnlyStringWrapper(this, "finished", "");
    private final Map<Integer, StepRun> runs = new HashMap<>();
    private @Nullable Lesson lesson;
    private @Nullable StepRun run;
    private int index;
    private boolean looking;

    /**
     * @param first what a first start shows, which scenes change
     * @param lessons to choose from
     */
    public LessonViewModel(Situation situation, ExperimentSpec first, List<Lesson> lessons) {
        this.situation = situation;
        this.first = first;
        this.lessons = new ArrayList<>(lessons);
        situation.onChange(this::look);
    }

    /** Whether the panel is there. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The step that is shown; null while a lesson is chosen. */
    ReadOnlyObjectProperty<@Nullable LessonPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Title of the lesson that was just gone through; "" for none. */
    ReadOnlyStringProperty finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    /** Those to choose from: the bundled ones, then those that were opened. */
    public List<Lesson> lessons() {
        return List.copyOf(lessons);
    }

    /** The lesson that is given, or was given last; null before the first. */
    public @Nullable Lesson lesson() {
        return lesson;
    }

    /** The step that is shown; null while a lesson is chosen. */
    public @Nullable LessonStep step() {
        return lesson == null || page.get() == null ? null : lesson.steps().get(index);
    }

    /** How many steps of each lesson were gone through, to be remembered. */
    public Map<String, Integer> progress() {
        return Map.copyOf(progress);
    }

    /** What was remembered. */
    public void remember(Map<String, Integer> before) {
        before.forEach((id, steps) -> progress.merge(id, Math.max(0, steps), Math::max));
    }

    /** How many steps of a lesson were gone through. */
    int stepsOf(Lesson of) {
        return Math.min(of.steps().size(), progress.getOrDefault(of.id(), 0));
    }

    /** Shows the list of lessons. */
    public void choose() {
        page.set(null);
        run = null;
        shown.set(true);
    }

    /** Gives a lesson, from where it was left; one that was gone through begins again. */
    public void give(Lesson given) {
        List<String> ids = lessons.stream().map(Lesson::id).toList();
        if (ids.contains(given.id())) {
            // a file may have been changed since it was opened
            lessons.set(ids.indexOf(given.id()), given);
        } else {
            lessons.add(given);
        }
        lesson = given;
        runs.clear();
        finished.set("");
        shown.set(true);
        int before = stepsOf(given);
        go(before < given.steps().size() ? before : 0, true);
    }

    /** Takes the panel away; the lesson can be gone on with later. */
    public void close() {
        shown.set(false);
        page.set(null);
        run = null;
    }

    /** On to the next step; after the last one, to the list. */
    public void next() {
        Lesson given = lesson;
        StepRun left = run;
        if (given == null || page.get() == null) {
            return;
        }
        if (left != null && left.isDone()) {
            left.keep(situation.figures(left.step().figures()));
        }
        progress.merge(given.id(), index + 1, Math::max);
        if (index + 1 < given.steps().size()) {
            go(index + 1, false);
        } else {
            finished.set(given.title());
            choose();
        }
    }

    /** Back to the step before. */
    public void back() {
        if (page.get() != null && index > 0) {
            go(index - 1, false);
        }
    }

    /** Begins the step again, with what was set when it began. */
    public void again() {
        StepRun old = run;
        if (old == null) {
            return;
        }
        situation.take("start of the step", spec -> old.begun().spec());
        begin(old.step());
    }

    /** Does the step, where the lesson says how. */
    public void show() {
        StepRun now = run;
        if (now != null && !now.step().show().isEmpty()) {
            situation.take(
                    "step of a lesson", spec -> Settings.with(spec, now.step().show()));
        }
    }

    /** An answer to what the step asks. */
    public void predict(String answer) {
        if (run != null && !answer.isBlank()) {
            run.predict(answer.strip());
            look();
        }
    }

    /** Jumps to a scene of the lesson; the step stays. */
    public void jump(LessonScene scene) {
        if (lesson != null && situation.suits(lesson.anyNetwork())) {
            situation.take("scene “" + scene.title() + "”", spec -> scene.on(first));
        }
    }

    /** Opens what the lesson speaks of. */
    void openSample() {
        situation.openSample();
    }

    /** The lesson as a worksheet, with what was done of it; null before the first lesson. @param source what it is made with */
    public @Nullable Worksheet worksheet(String source) {
        StepRun now = run;
        if (now != null && now.isDone()) {
            now.keep(situation.figures(now.step().figures()));
        }
        return lesson == null ? null : LessonSheet.of(lesson, runs, first, source);
    }

    /** @param entering whether the lesson is come back to: then the last scene is set as well */
    private void go(int step, boolean entering) {
        Lesson given = lesson;
        if (given == null) {
            return;
        }
        index = step;
        run = null;
        if (!situation.suits(given.anyNetwork())) {
            page.set(elsewhere(given));
            return;
        }
        LessonScene scene = given.scenes()
                .get(entering ? given.sceneAt(step) : given.steps().get(step).scene());
        if (scene != null) {
            looking = true;
            jump(scene);
            looking = false;
        }
        begin(given.steps().get(step));
    }

    private void begin(LessonStep step) {
        StepRun begun = new StepRun(step, Snapshot.of(situation));
        run = begun;
        runs.put(index, begun);
        look();
    }

    /** Something changed: is the step done, and what is to be quoted now? */
    private void look() {
        Lesson given = lesson;
        StepRun now = run;
        if (looking || given == null || page.get() == null && now == null) {
            return;
        }
        if (!situation.suits(given.anyNetwork())) {
            run = null;
            page.set(elsewhere(given));
        } else if (now == null) {
            go(index, true);
        } else {
            Snapshot state = Snapshot.of(situation);
            now.look(state);
            page.set(shown(given, now, state));
        }
    }

    private LessonPage elsewhere(Lesson given) {
        return page(given, given.steps().get(index), null, null, Mood.ELSEWHERE);
    }

    private LessonPage shown(Lesson given, StepRun now, Snapshot state) {
        return page(given, now.step(), now, state, mood(now, state));
    }

    private static Mood mood(StepRun now, Snapshot state) {
        if (now.isDone()) {
            return Mood.DONE;
        }
        if (now.awaitsPrediction()) {
            return Mood.PREDICT;
        }
        if (now.awaitsBefore() && !state.spec().equals(now.begun().spec())) {
            return Mood.MISSED;
        }
        if (now.awaitsBefore()) {
            return now.awaitsCalibration() ? Mood.CALIBRATE : Mood.MEASURE;
        }
        return Mood.DO;
    }

    private LessonPage page(Lesson given, LessonStep step, @Nullable StepRun now, @Nullable Snapshot state, Mood mood) {
        Snapshot end = now == null ? null : now.end();
        return new LessonPage(
                given.title(),
                index,
                given.steps().size(),
                step.title(),
                now == null || state == null ? step.text() : now.filled(step.text(), state),
                step.prediction(),
                now == null ? "" : now.predicted(),
                now == null || state == null ? step.task() : now.filled(step.task(), state),
                mood,
                now == null ? "" : now.verdict(),
                now == null || end == null ? List.of() : now.filled(step.after(), end),
                step.questions(),
                !step.show().isEmpty());
    }
}
