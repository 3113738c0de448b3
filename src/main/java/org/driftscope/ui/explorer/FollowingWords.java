package org.driftscope.ui.explorer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;

/** What is being brought up to date beside the jobs. */
final class FollowingWords {
    private FollowingWords() {}

    /** In words; "" where nothing is. */
    static StringBinding of(
            AccuracyTracker accuracy,
            CalibrationDesk calibration,
            LayerSurvey survey,
            RepeatedReads reads,
            LivePicture picture) {
        BooleanExpression scoring = accuracy.busyProperty().or(calibration.followingProperty());
        StringBinding others = Bindings.when(scoring)
                .then("Scoring …")
                .otherwise(Bindings.when(survey.busyProperty())
                        .then("Measuring layers …")
                        .otherwise(Bindings.when(picture.lateProperty())
                                .then("Drawing …")
                                .otherwise(Bindings.when(reads.busyProperty())
                                        .then("Reading again …")
                                        .otherwise(""))));
        // the map's heading has no room for it where the window is narrow
        return Bindings.when(picture.roughProperty())
                .then("Approximate wires while you drag")
                .otherwise(others);
    }
}
