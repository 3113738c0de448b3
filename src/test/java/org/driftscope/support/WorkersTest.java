package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
    private final Workers workers = new Workers("test", 2);

    @AfterEach
    void sendHome() {
        workers.close();
    }

    private static List<Callable<Integer>> numbers(int count) {
        return IntStream.range(0, count)
                .<Callable<Integer>>mapToObj(i -> () -> i)
                .toList();
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        assertThat(workers.runAll(numbers(100), new CancelToken()))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(workers.runAll(numbers(0), new CancelToken())).isEmpty();
    }

    @Test
    void listsHandedInByTheCrewItselfDoNotDeadlock() {
        Callable<List<Integer>> nested = () -> workers.runAll(numbers(5), new CancelToken());
        Callable<List<List<Integer>>> twice = () -> workers.runAll(List.of(nested, nested, nested), new CancelToken());
        assertThat(workers.runAll(List.of(twice, twice, twice, twice), new CancelToken()))
                .hasSize(4)
                .allSatisfy(lists -> assertThat(lists).hasSize(3));
    }

    @Test
    void neverMoreTasksAtOnceThanThreads() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> task = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.sleep(2);
            return running.decrementAndGet();
        };
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(CompletableFuture.runAsync(
                    () -> workers.runAll(java.util.Collections.nCopies(20, task), new CancelToken())));
        }
        callers.forEach(CompletableFuture::join);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aShortListDoesNotWaitBehindALongOne() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger ofLong = new AtomicInteger();
        CancelToken stop = new CancelToken();
        Callable<Integer> slow = () -> {
            started.countDown();
            Thread.sleep(1);
            return ofLong.incrementAndGet();
        };
        CompletableFuture<?> longList =
                CompletableFuture.runAsync(() -> workers.runAll(java.util.Collections.nCopies(10_000, slow), stop));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        workers.runAll(numbers(4), new CancelToken());
        assertThat(ofLong.get()).isLessThan(10_000);
        stop.cancel();
        assertThatThrownBy(longList::join).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void theFirstRealFailureIsThrownAndTheRestLeftOut() {
        AtomicInteger run = new AtomicInteger();
        List<Callable<Integer>> tasks = new ArrayList<>();
        tasks.add(() -> {
            throw new DriftscopeException("no");
        });
        for (int i = 0; i < 1000; i++) {
            tasks.add(() -> {
                Thread.sleep(1);
                return run.incrementAndGet();
            });
        }
        assertThatThrownBy(() -> workers.runAll(tasks, new CancelToken())).hasMessage("no");
        assertThat(run.get()).isLessThan(1000);
    }

    @Test
    void closingReleasesWhoeverWaits() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Callable<Integer> task = () -> {
            started.countDown();
            Thread.sleep(5);
            return 1;
        };
        CompletableFuture<?> caller = CompletableFuture.runAsync(
                () -> workers.runAll(java.util.Collections.nCopies(100_000, task), new CancelToken()));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        workers.close();
        assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Exception.class);
    }
}
