package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MemoTest {
    private final AtomicInteger computed = new AtomicInteger();
    private final CancelToken cancel = new CancelToken();

    private String compute() {
        return "v" + computed.incrementAndGet();
    }

    @Test
    void aResultIsComputedOnce() {
        Memo<Integer, String> memo = new Memo<>(10, value -> 1);
        assertThat(memo.get(1, this::compute, cancel)).isEqualTo("v1");
        assertThat(memo.get(1, this::compute, cancel)).isEqualTo("v1");
        assertThat(memo.get(2, this::compute, cancel)).isEqualTo("v2");
    }

    @Test
    void theLeastRecentlyUsedGoWhenTheBudgetIsSpent() {
        Memo<Integer, String> memo = new Memo<>(10, value -> 5);
        memo.get(1, this::compute, cancel);
        memo.get(2, this::compute, cancel);
        memo.get(1, this::compute, cancel);
        memo.get(3, this::compute, cancel);
        assertThat(memo.get(1, this::compute, cancel)).as("used last").isEqualTo("v1");
        assertThat(memo.get(2, this::compute, cancel)).as("forgotten").isEqualTo("v4");
    }

    @Test
    void theLatestStaysThoughItAloneIsTooLarge() {
        Memo<Integer, String> memo = new Memo<>(1, value -> 100);
        memo.get(1, this::compute, cancel);
        assertThat(memo.get(1, this::compute, cancel)).isEqualTo("v1");
    }

    @Test
    void failuresAreNotRemembered() {
        Memo<Integer, String> memo = new Memo<>(10, value -> 1);
        assertThatThrownBy(() -> memo.get(
                        1,
                        () -> {
                            throw new DriftscopeException("no");
                        },
                        cancel))
                .hasMessage("no");
        assertThat(memo.get(1, this::compute, cancel)).isEqualTo("v1");
    }

    @Test
    void twoThreadsShareOneComputationAndAWaiterMayGiveUp() throws Exception {
        Memo<Integer, String> memo = new Memo<>(10, value -> 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> memo.get(
                1,
                () -> {
                    begun.countDown();
                    awaitQuietly(go);
                    return compute();
                },
                cancel));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CancelToken impatient = new CancelToken();
        impatient.cancel();
        assertThatThrownBy(() -> memo.get(1, this::compute, impatient)).isInstanceOf(CancellationException.class);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> memo.get(1, this::compute, cancel));
        go.countDown();
        assertThat(first.get()).isEqualTo("v1");
        assertThat(second.get()).isEqualTo("v1");
    }

    @Test
    void whoWaitedForACancelledComputationDoesItItself() throws Exception {
        Memo<Integer, String> memo = new Memo<>(10, value -> 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> memo.get(
                1,
                () -> {
                    begun.countDown();
                    awaitQuietly(go);
                    throw new CancellationException("Cancelled");
                },
                cancel));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> memo.get(1, this::compute, cancel));
        go.countDown();
        assertThat(second.get()).isEqualTo("v1");
        assertThatThrownBy(first::get).isInstanceOf(Exception.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
