package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.TrialExecutor.Job;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static List<List<Job>> chips(int chips, int trials) {
        List<List<Job>> all = new ArrayList<>();
        for (int chip = 0; chip < chips; chip++) {
            int first = chip * trials;
            all.add(IntStream.range(first, first + trials)
                    .mapToObj(index -> new Job(index, "key" + index, ExperimentSpec.defaults()))
                    .toList());
        }
        return all;
    }

    private static List<Integer> indices(List<Bundle> bundles) {
        return bundles.stream()
                .flatMap(bundle -> Arrays.stream(bundle.indices()).boxed())
                .toList();
    }

    @Test
    void everyTrialIsInOneBundleOnceAndInOrder() {
        for (int chips : new int[] {1, 2, 7, 100, 1000}) {
            for (int trials : new int[] {1, 3, 64, 100}) {
                for (int cores : new int[] {1, 2, 16, 1000}) {
                    List<Bundle> bundles = Bundle.pack(chips(chips, trials), cores);
                    assertThat(indices(bundles))
                            .isEqualTo(
                                    IntStream.range(0, chips * trials).boxed().toList());
                    assertThat(bundles)
                            .allSatisfy(bundle -> assertThat(bundle.keys()).hasSize(bundle.indices().length));
                }
            }
        }
    }

    @Test
    void whereThereAreChipsEnoughNoneIsMadeTwice() {
        List<Bundle> bundles = Bundle.pack(chips(16, 10), 2);
        assertThat(bundles).hasSize(16);
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.indices()).hasSize(10));
    }

    @Test
    void oneChipIsSharedByAllCores() {
        assertThat(Bundle.pack(chips(1, 100), 8).size()).isBetween(8, 64);
    }

    @Test
    void manySmallChipsShareATask() {
        assertThat(Bundle.pack(chips(100_000, 1), 100).size()).isBetween(800, 2000);
    }
}
