package org.driftscope.ui.task;

import java.util.function.Consumer;
import org.driftscope.support.Progress;

/**
 * Work together with what happens when it ends. All callbacks run on the JavaFX thread, and exactly one of {@code done},
 * {@code cancelled} and {@code failed} runs.
 *
 * @param title what it does, in words for a user
 * @param work runs elsewhere
 * @param done publishes the result
 * @param cancelled after a cancellation; nothing was published
 * @param failed receives any other error
 * @param progress hears the newest progress; reports that come faster than it listens are dropped
 * @param unwanted takes a result that came after all too late to be published, away from the JavaFX thread: closes it
 *     where it holds files or native memory
 * @param parts of which it consists, about as long as each other, each with the stages of the one before; usually 1
 * @param <T> what the work gives
 */
public record Job<T>(
        String title,
        Work<T> work,
        Consumer<T> done,
        Runnable cancelled,
        Consumer<Throwable> failed,
        Progress progress,
        Consumer<T> unwanted,
        int parts) {

    /** A job that ignores cancellation and progress. */
    public static <T> Job<T> of(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return new Job<>(title, work, done, () -> {}, failed, Progress.none(), result -> {}, 1);
    }

    /** The same job that also does something when it is cancelled. */
    public Job<T> onCancelled(Runnable action) {
        return new Job<>(title, work, done, action, failed, progress, unwanted, parts);
    }

    /** The same job with a progress listener. */
    public Job<T> onProgress(Progress listener) {
        return new Job<>(title, work, done, cancelled, failed, listener, unwanted, parts);
    }

    /** The same job whose result must be disposed of where nobody takes it. */
    public Job<T> onUnwanted(Consumer<T> dispose) {
        return new Job<>(title, work, done, cancelled, failed, progress, dispose, parts);
    }

    /** The same job as one of so many parts: the time left follows from those that are done. */
    public Job<T> inParts(int count) {
        return new Job<>(title, work, done, cancelled, failed, progress, unwanted, count);
    }

    /** The same job that runs an action after any of its three ends. */
    Job<T> andFinally(Runnable action) {
        return new Job<>(
                title,
                work,
                result -> {
                    try {
                        done.accept(result);
                    } finally {
                        action.run();
                    }
                },
                () -> {
                    try {
                        cancelled.run();
                    } finally {
                        action.run();
                    }
                },
                error -> {
                    try {
                        failed.accept(error);
                    } finally {
                        action.run();
                    }
                },
                progress,
                unwanted,
                parts);
    }
}
