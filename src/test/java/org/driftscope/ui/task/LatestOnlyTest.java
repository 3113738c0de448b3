package org.driftscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    private final HeldRunner runner = new HeldRunner();
    private final List<String> published = new ArrayList<>();

    private Job<String> job(String name) {
        return Job.<String>of(name, (progress, cancel) -> name, published::add, error -> {})
                .onCancelled(() -> published.add("cancelled " + name));
    }

    @Test
    void newerJobCancelsTheRunningOneAndReplacesTheWaitingOne() {
        LatestOnly lane = LatestOnly.cancelling(runner);
        lane.submit(job("first"));
        lane.submit(job("second"));
        lane.submit(job("third"));
        runner.finishNext();
        runner.finishNext();
        assertThat(published).containsExactly("cancelled first", "third");
        assertThat(lane.isBusy()).isFalse();
    }

    @Test
    void finishingLanePublishesWhatRunsAndThenOnlyTheNewest() {
        LatestOnly lane = LatestOnly.finishing(runner);
        lane.submit(job("first"));
        lane.submit(job("second"));
        lane.submit(job("third"));
        runner.finishNext();
        runner.finishNext();
        assertThat(published).containsExactly("first", "third");
    }

    @Test
    void cancelForgetsTheWaitingJob() {
        LatestOnly lane = LatestOnly.cancelling(runner);
        lane.submit(job("first"));
        lane.submit(job("second"));
        lane.cancel();
        runner.finishNext();
        assertThat(published).containsExactly("cancelled first");
        assertThat(runner.held()).isZero();
    }

    @Test
    void worksWithARunnerThatIsDoneAtOnce() {
        LatestOnly lane = LatestOnly.cancelling(new ImmediateRunner());
        lane.submit(job("first"));
        lane.submit(job("second"));
        assertThat(published).containsExactly("first", "second");
    }
}
