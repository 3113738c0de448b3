package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankAllocationTest {
    private static final List<RankAllocation.Offer> OFFERS = List.of(
            new RankAllocation.Offer("a", new double[] {9, 4, 3, 0.5}, 10),
            new RankAllocation.Offer("b", new double[] {6, 5, 1}, 10),
            new RankAllocation.Offer("c", new double[] {20, 2}, 10));

    private static double worth(Map<String, Integer> ranks) {
        double worth = 0;
        for (RankAllocation.Offer offer : OFFERS) {
            for (int k = 0; k < ranks.getOrDefault(offer.layer(), 0); k++) {
                worth += offer.gains()[k];
            }
        }
        return worth;
    }

    @Test
    void noChoiceOfRanksThatFitsTakesOffMore() {
        for (int budget = 0; budget <= 90; budget += 5) {
            double best = 0;
            for (int a = 0; a <= 4; a++) {
                for (int b = 0; b <= 3; b++) {
                    for (int c = 0; c <= 2; c++) {
                        if (10 * (a + b + c) <= budget) {
                            best = Math.max(best, worth(Map.of("a", a, "b", b, "c", c)));
                        }
                    }
                }
            }
            assertThat(worth(RankAllocation.spend(OFFERS, budget)))
                    .as("budget %d", budget)
                    .isCloseTo(best, within(1e-12));
        }
    }

    @Test
    void aRankThatDoesNotFitMakesWayForACheaperOne() {
        List<RankAllocation.Offer> offers = List.of(
                new RankAllocation.Offer("dear", new double[] {100}, 50),
                new RankAllocation.Offer("cheap", new double[] {1, 0.5, 0}, 5));
        assertThat(RankAllocation.spend(offers, 20)).isEqualTo(Map.of("dear", 0, "cheap", 2));
        assertThat(RankAllocation.spend(offers, 57)).isEqualTo(Map.of("dear", 1, "cheap", 1));
    }
}
