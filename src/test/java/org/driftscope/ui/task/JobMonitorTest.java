package org.driftscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobMonitorTest {
    private static final long SECOND = 1_000_000_000L;

    private final HeldRunner runner = new HeldRunner();
    private final AtomicLong clock = new AtomicLong();
    private final JobMonitor monitor = new JobMonitor(runner, clock::get);

    @Test
    void tellsStageShareAndTimeLeft() {
        String[] seen = new String[1];
        monitor.run(Job.of(
                "Calibrating",
                (progress, cancel) -> {
                    clock.set(2 * SECOND);
                    progress.report("Calibrating conv1", 1, 4);
                    seen[0] = monitor.stageProperty().get() + ", "
                            + monitor.fractionProperty().get() + ", "
                            + monitor.timeLeftProperty().get();
                    return "";
                },
                result -> {},
                error -> {}));
        assertThat(monitor.runningProperty().get()).isTrue();
        assertThat(monitor.stageProperty().get()).isEqualTo("Calibrating");
        runner.finishNext();
        assertThat(seen[0]).isEqualTo("Calibrating conv1, 0.25, 6.0 s left");
        assertThat(monitor.runningProperty().get()).isFalse();
        assertThat(monitor.stageProperty().get()).isEmpty();
    }

    @Test
    void aCancelledJobIsOverAtOnceAndNothingIsHeardOfItAfterwards() {
        List<String> heard = new ArrayList<>();
        monitor.run(Job.<String>of("slow", (progress, cancel) -> "", heard::add, error -> heard.add("failed"))
                .onCancelled(() -> heard.add("cancelled")));
        monitor.cancel();
        assertThat(monitor.runningProperty().get()).isFalse();
        assertThat(heard).containsExactly("cancelled");
        runner.finishNext();
        assertThat(heard).containsExactly("cancelled");
        monitor.cancel();
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void aTicketThatIsOverKeepsNothingOfItsJob() throws InterruptedException {
        Object[] content = {new Object()};
        WeakReference<Object> held = new WeakReference<>(content[0]);
        JobTicket ticket = monitor.run(holding(content[0]));
        content[0] = null;
        runner.finishNext();
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (held.get() != null && Instant.now().isBefore(end)) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(held.get()).isNull();
        assertThat(ticket.title()).isEqualTo("work");
    }

    private static Job<Integer> holding(Object content) {
        return Job.of("work", (progress, cancel) -> content.hashCode(), result -> {}, error -> {});
    }

    @Test
    void timeLeftIsThatOfTheStage() {
        String[] seen = new String[1];
        monitor.run(Job.of(
                "Calibrating",
                (progress, cancel) -> {
                    clock.set(10 * SECOND);
                    progress.report("Statistics", 9, 10);
                    progress.report("Training", 0, 4);
                    clock.set(11 * SECOND);
                    progress.report("Training", 1, 4);
                    seen[0] = monitor.timeLeftProperty().get();
                    return "";
                },
                result -> {},
                error -> {}));
        runner.finishNext();
        assertThat(seen[0]).isEqualTo("3.0 s left");
    }

    /** Each part begins with the stages of the one before; the pace of a stage is none of the whole. */
    @Test
    void timeLeftOfPartsIsThatOfTheFinishedOnes() {
        List<String> seen = new ArrayList<>();
        monitor.run(Job.of(
                        "Calibrating chips",
                        (progress, cancel) -> {
                            for (int part = 0; part < 2; part++) {
                                for (String stage : List.of("Fitting", "Scoring")) {
                                    for (int done = 0; done <= 10; done += 5) {
                                        progress.report(stage, part * 11 + done, 4 * 11);
                                        seen.add(monitor.timeLeftProperty().get());
                                        clock.addAndGet(SECOND);
                                    }
                                }
                            }
                            return "";
                        },
                        result -> {},
                        error -> {})
                .inParts(4));
        runner.finishNext();
        assertThat(seen.subList(0, 6)).containsOnly("");
        assertThat(seen.subList(6, 12))
                .containsExactly("18 s left", "17 s left", "16 s left", "15 s left", "14 s left", "13 s left");
    }

    /** What a stage begins with, as the part of a whole, is no pace of its own. */
    @Test
    void timeLeftCountsFromWhereTheStageBegan() {
        List<String> seen = new ArrayList<>();
        monitor.run(Job.of(
                "Trying",
                (progress, cancel) -> {
                    progress.report("Rate 8: fitting", 90, 100);
                    progress.report("Rate 8: scoring", 80, 100);
                    clock.addAndGet(SECOND);
                    progress.report("Rate 8: scoring", 81, 100);
                    seen.add(monitor.timeLeftProperty().get());
                    return "";
                },
                result -> {},
                error -> {}));
        runner.finishNext();
        assertThat(seen).containsExactly("19 s left");
    }

    @Test
    void endOfACancelledJobDoesNotHideItsSuccessor() {
        monitor.run(Job.of("first", (progress, cancel) -> "", result -> {}, error -> {}));
        monitor.run(Job.of("second", (progress, cancel) -> "", result -> {}, error -> {}));
        runner.finishNext();
        assertThat(monitor.stageProperty().get()).isEqualTo("second");
        assertThat(monitor.runningProperty().get()).isTrue();
        runner.finishNext();
        assertThat(monitor.runningProperty().get()).isFalse();
    }
}
