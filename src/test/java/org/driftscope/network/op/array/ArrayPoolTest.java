package org.driftscope.network.op.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArrayPoolTest {
    private final ArrayPool pool = new ArrayPool();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whatWasGivenBackIsTakenAgain() {
        INDArray array = pool.take(2, 3);
        pool.give(array);
        assertThat(pool.bytes()).isEqualTo(2 * 3 * Float.BYTES);
        assertThat(pool.take(3, 2)).as("another shape").isNotSameAs(array);
        assertThat(pool.take(2, 3)).isSameAs(array);
        assertThat(pool.bytes()).isZero();
    }

    @Test
    void whatNobodyAskedForIsNotKept() {
        for (int i = 0; i < 100; i++) {
            INDArray foreign = Nd4j.zeros(4, 5);
            pool.give(foreign);
            assertThat(foreign.wasClosed()).isTrue();
        }
        assertThat(pool.bytes()).isZero();
    }

    @Test
    void ofAShapeNoMoreAreKeptThanWereTaken() {
        for (int i = 0; i < 100; i++) {
            pool.give(pool.take(4, 5));
            pool.give(Nd4j.zeros(4, 5));
        }
        assertThat(pool.bytes()).isEqualTo(4 * 5 * Float.BYTES);
    }

    @Test
    void nothingIsKeptAfterTheEnd() {
        INDArray array = pool.take(2, 3);
        pool.close();
        pool.give(array);
        assertThat(array.wasClosed()).isTrue();
    }
}
