package org.driftscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonReader;
import org.driftscope.report.worksheet.Worksheet;
import org.driftscope.report.worksheet.WorksheetHtml;
import org.junit.jupiter.api.Test;

/** What a lesson says and waits for, step by step. */
class LessonViewModelTest {
    private static final ExperimentSpec FIRST = ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults());
    private static final Lesson LESSON = LessonReader.parse(
            """
            format: driftscope-lesson
            version: 1
            title: Two steps
            words: {Gizmo: Something <made up>.}
            scenes:
              calm: {title: No drift, settings: {drift: 0, onOff: 10}}
              storm: {title: Much drift, settings: {drift: 0.4, onOff: 10}}
            steps:
              - title: Up
                scene: calm
                text: A [[Gizmo]] at {drifted}.
                predict:
                  ask: And then?
                  options:
                    - {text: Up, when: {figure: drifted, rises: 1}}
                    - {text: Down, when: {figure: drifted, falls: 1}}
                do: Set the drift to 20 %.
                check: {setting: drift, atLeast: 0.2}
                show: {drift: 0.2}
                after: From {before.drifted} to {drifted}.
                questions: [Why?]
              - title: Repair
                predict: {ask: How many?, number: calibrated}
                do: Calibrate.
                check: {event: calibrated}
                after: '{calibrated}'
            """,
            "two", FIRST);

    private final StagedSituation situation = new StagedSituation(FIRST);
    private final LessonViewModel lessons = new LessonViewModel(situation, FIRST, List.of(LESSON));
    private final LessonProbe probe = new LessonProbe(lessons);

    private void drift(double drift) {
        situation.take("drift", spec -> Settings.with(spec, Map.of(DriftSettings.DRIFT.name(), drift)));
    }

    @Test
    void aStepSetsItsSceneAsOneNamedStepOfUndo() {
        lessons.give(LESSON);
        assertThat(situation.steps).containsExactly("scene “No drift”");
        assertThat(DriftSettings.DRIFT.read(situation.spec())).isEqualTo(0.0);
        lessons.jump(LESSON.scenes().get("storm"));
        assertThat(DriftSettings.DRIFT.read(situation.spec())).isEqualTo(0.4);
        lessons.again();
        assertThat(DriftSettings.DRIFT.read(situation.spec()))
                .as("what the step began with")
                .isEqualTo(0.0);
    }

    @Test
    void thePredictionIsJudgedByWhatWasMeasuredAndTheSentenceKeepsItsNumbers() {
        lessons.give(LESSON);
        lessons.predict("Up");
        drift(0.1);
        assertThat(probe.isDone()).isFalse();
        lessons.show();
        assertThat(probe.isDone()).isTrue();
        assertThat(probe.verdict()).isEqualTo("You said: Up. Measured: Down.");
        assertThat(probe.words()).contains("From 93.8 % to 73.8 %.");
        drift(0.4);
        assertThat(probe.words()).as("what happened stays what happened").contains("From 93.8 % to 73.8 %.");
        lessons.predict("Down");
        assertThat(probe.verdict()).as("no second guess").contains("You said: Up.");
        lessons.next();
        lessons.predict("70.0 %");
        situation.calibrate();
        assertThat(probe.verdict()).isEqualTo("You said 70.0 %. Measured: 74.2 %.");
    }

    @Test
    void whoIsQuickerThanTheMeasurementIsToldSo() {
        situation.measures = false;
        lessons.give(LESSON);
        lessons.predict("Down");
        assertThat(probe.mood()).isEqualTo("MEASURE");
        drift(0.2);
        situation.measures = true;
        situation.tell();
        assertThat(probe.mood()).isEqualTo("MISSED");
        lessons.again();
        lessons.predict("Down");
        lessons.show();
        assertThat(probe.isDone()).isTrue();
    }

    @Test
    void anotherNetworkIsSaidAndTheSampleIsOfferedThenTheLessonGoesOn() {
        situation.sample = false;
        lessons.give(LESSON);
        assertThat(probe.words()).contains("needs the bundled sample");
        assertThat(situation.steps).as("nothing is set on another network").isEmpty();
        lessons.jump(LESSON.scenes().get("storm"));
        assertThat(situation.steps).isEmpty();
        lessons.openSample();
        assertThat(probe.mood()).isEqualTo("PREDICT");
        assertThat(situation.steps).containsExactly("scene “No drift”");
        situation.sample = false;
        situation.tell();
        assertThat(probe.mood()).as("in the middle of a step").isEqualTo("ELSEWHERE");
    }

    @Test
    void progressIsRememberedAndAFinishedLessonBeginsAgain() {
        lessons.remember(Map.of("two", 1, "gone", 7));
        lessons.give(LESSON);
        assertThat(lessons.step()).isEqualTo(LESSON.steps().get(1));
        assertThat(situation.steps).as("the last scene before").containsExactly("scene “No drift”");
        lessons.next();
        assertThat(lessons.progress()).containsEntry("two", 2).containsEntry("gone", 7);
        assertThat(lessons.finishedProperty().get()).isEqualTo("Two steps");
        lessons.give(LESSON);
        assertThat(lessons.step()).isEqualTo(LESSON.steps().get(0));
        lessons.back();
        assertThat(lessons.step())
                .as("nothing before the first")
                .isEqualTo(LESSON.steps().get(0));
        lessons.close();
        assertThat(lessons.shownProperty().get()).isFalse();
        lessons.next();
        assertThat(lessons.step()).isNull();
    }

    @Test
    void theWorksheetHasPredictionsMeasurementsAndBlanks() {
        lessons.give(LESSON);
        String blank = WorksheetHtml.text(sheet());
        assertThat(blank).contains("&#9744; Up<br>").contains("class=\"blank\"").doesNotContain("<h3>");
        lessons.predict("Down");
        lessons.show();
        lessons.next();
        String html = WorksheetHtml.text(sheet());
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("&#9745; Down<br>", "&#9744; Up<br>")
                .contains("You said: Down. That is what was measured.")
                .contains("<td>Accuracy after drift</td><td>73.8 %</td>")
                .contains("<td>On/off ratio</td><td>on/off ratio 10</td>")
                .contains("From <b>93.8 %</b> to <b>73.8 %</b>.")
                .contains("Why?")
                .endsWith("</html>\n");
        assertThat(html).as("needs no other file and runs nothing").doesNotContain("http", "<script", "<link");
    }

    private Worksheet sheet() {
        Worksheet sheet = lessons.worksheet("Measured with a test.");
        assertThat(sheet).isNotNull();
        return sheet;
    }
}
