package org.driftscope.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.IncompatibleShapeException;
import org.junit.jupiter.api.Test;

class SparseAdapterTest {
    private final SparseAdapter adapter = new SparseAdapter(
            "l", 2, 3, new int[] {1, 5}, new float[] {10, -1}, new float[] {1, 2, 0.5f}, new float[] {7, 8, 9});

    @Test
    void correctsItsPlacesThenScalesColumns() {
        WeightMatrix drifted = new WeightMatrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});
        var change = adapter.apply(drifted);
        assertThat(change.weights().values()).containsExactly(1, 24, 1.5f, 4, 10, 2.5f);
        assertThat(change.addedBias()).containsExactly(7, 8, 9);
        assertThat(drifted.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void countsParametersAndIndexBits() {
        assertThat(adapter.parameters()).isEqualTo(8);
        assertThat(adapter.indexBits()).isEqualTo(2 * 3);
    }

    @Test
    void anotherLayersShapeIsRefused() {
        assertThatThrownBy(() -> adapter.apply(new WeightMatrix(3, 2, new float[6])))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("2 x 3");
    }

    @Test
    void placesMustAscendInsideTheLayer() {
        float[] three = new float[3];
        assertThatThrownBy(() -> new SparseAdapter("l", 2, 3, new int[] {3, 3}, new float[2], three, three))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SparseAdapter("l", 2, 3, new int[] {6}, new float[1], three, three))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
