package org.driftscope.ui.workspace;

import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.ui.session.FileReference;
import org.driftscope.ui.session.Session;

/** The files that a session names, prepared as its points were. */
public final class SessionRequest {
    private SessionRequest() {}

    public static OpenRequest of(Session session) {
        FileReference evaluation = session.evaluation();
        FileReference calibration = session.calibration();
        return new OpenRequest(
                session.model().path(),
                evaluation == null ? null : evaluation.path(),
                calibration == null ? null : calibration.path(),
                session.statistics().stream()
                        .map(known -> new StatisticsChoice(known.path(), known.sha256()))
                        .toList(),
                preprocessing(session));
    }

    /**
     * As the points were prepared, without another trial where the program had chosen. Sessions that do not say it were made
     * with what the images suggest.
     */
    private static PreprocessingChoice.Request preprocessing(Session session) {
        Preprocessing saved = session.preprocessing();
        if (saved == null) {
            return PreprocessingChoice.Request.none().sure();
        }
        PreprocessingChoice.Request request = PreprocessingChoice.Request.of(saved);
        return session.state().preparation().isNone() ? request.sure() : request;
    }
}
