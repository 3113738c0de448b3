package org.driftscope.ui.task;

/** Where errors go that end a job: a dialog in the window, a list in tests. Called on the JavaFX thread. */
@FunctionalInterface
public interface ProblemSink {
    void show(Problem problem);

    /** Shows an error in words. */
    default void show(String doing, Throwable error) {
        show(Problem.of(doing, error));
    }
}
