package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class MemoryShortageTest {
    @Test
    void aFullHeapIsOneSentenceHoweverItWasWrapped() {
        Throwable full = new OutOfMemoryError("Java heap space");
        for (Throwable wrapped : List.of(
                full,
                new IllegalStateException(full),
                new RuntimeException(new ExecutionException(new IllegalArgumentException(full))))) {
            assertThat(MemoryShortage.in(wrapped).orElseThrow().userMessage())
                    .startsWith("There is not enough memory")
                    .contains("heap")
                    .contains("-Xmx");
        }
    }

    @Test
    void aLackOfNativeMemoryIsToldByWhatTheLibrarySays() {
        for (Throwable error : List.of(
                new OutOfMemoryError("Physical memory usage is too high: physicalBytes (9G) > maxPhysicalBytes (8G)"),
                new OutOfMemoryError("Cannot allocate new FloatPointer(1000)"),
                new RuntimeException("Can't allocate [HOST] memory: 400000; threadId: [1]"),
                new IllegalStateException(new RuntimeException("std::bad_alloc")))) {
            assertThat(MemoryShortage.in(error).orElseThrow().userMessage()).contains("outside Java's heap");
        }
    }

    @Test
    void otherErrorsAreNoLackOfMemory() {
        assertThat(MemoryShortage.in(new IllegalStateException("shape"))).isEmpty();
        assertThat(MemoryShortage.in(new NullPointerException())).isEmpty();
    }

    @Test
    void aTaskThatRunsOutOfMemoryEndsItsListWithTheSentence() {
        Callable<Integer> task = () -> {
            throw new RuntimeException(new OutOfMemoryError("Physical memory usage is too high"));
        };
        try (Workers workers = new Workers("memory", 2)) {
            assertThatThrownBy(() -> workers.runAll(List.of(task), new CancelToken()))
                    .isInstanceOf(DriftscopeException.class)
                    .hasMessageContaining("not enough memory");
        }
    }

    @Test
    void limitsFollowTheMachineUnlessTheStartNamedThem() {
        MemoryLimits limits = MemoryLimits.here();
        assertThat(limits.machineBytes()).isPositive();
        assertThat(limits.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(limits.describe()).contains("heap").contains("machine");
        String named = System.getProperty("org.bytedeco.javacpp.maxbytes");
        System.setProperty("org.bytedeco.javacpp.maxbytes", "3g");
        try {
            assertThat(MemoryLimits.here().nativeBytes()).isEqualTo(3L << 30);
            System.setProperty("org.bytedeco.javacpp.maxbytes", "");
            assertThat(MemoryLimits.here().nativeBytes())
                    .isEqualTo(Math.max(1L << 30, (long) (0.4 * limits.machineBytes())));
        } finally {
            if (named == null) {
                System.clearProperty("org.bytedeco.javacpp.maxbytes");
            } else {
                System.setProperty("org.bytedeco.javacpp.maxbytes", named);
            }
        }
    }
}
