package org.driftscope.calibration;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Spends a budget of SRAM bits on ranks, wherever the next one takes most off the loss for its price. */
public final class RankAllocation {
    private RankAllocation() {}

    /**
     * What a layer's ranks are worth.
     *
     * @param layer the analog layer's name
     * @param gains what each rank takes off the loss, largest first
     * @param price bits a rank: of d + o values, and of their scales
     */
    public record Offer(String layer, double[] gains, long price) {}

    private record Next(Offer offer, int rank) {
        double worth() {
            return offer.gains()[rank] / offer.price();
        }
    }

    /**
     * Greedy; since a layer's gains fall, no other choice of ranks that costs exactly as much takes off more.
     *
     * @param budget bits for A and B of all layers together
     * @return the rank of every layer, 0 or more
     */
    public static Map<String, Integer> spend(Collection<Offer> offers, long budget) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        PriorityQueue<Next> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Next::worth).reversed().thenComparing(next -> next.offer()
                        .layer()));
        for (Offer offer : offers) {
            ranks.put(offer.layer(), 0);
            add(queue, offer, 0);
        }
        long left = budget;
        while (!queue.isEmpty()) {
            Next best = queue.remove();
            if (best.offer().price() <= left) {
                left -= best.offer().price();
                ranks.merge(best.offer().layer(), 1, Integer::sum);
                add(queue, best.offer(), best.rank() + 1);
            }
        }
        return ranks;
    }

    private static void add(PriorityQueue<Next> queue, Offer offer, int rank) {
        if (rank < offer.gains().length && offer.gains()[rank] > 0) {
            queue.add(new Next(offer, rank));
        }
    }
}
