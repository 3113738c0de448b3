package org.driftscope.support;

/** Where long work says how far it is. Called from worker threads; implementations must be quick and thread-safe. */
@FunctionalInterface
public interface Progress {
    /**
     * Says that {@code done} of {@code total} steps of a stage are finished.
     *
     * @param stage what is being done, in words for a user, e.g. "Calibrating layer1.0.conv1"
     * @param done steps finished, 0 to total
     * @param total steps in all, at least 1
     */
    void report(String stage, long done, long total);

    /** A listener that ignores what it hears. */
    static Progress none() {
        return (stage, done, total) -> {};
    }
}
