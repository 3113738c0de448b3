package org.driftscope.calibration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The largest values among those of several layers. */
public final class MostImportant {
    private MostImportant() {}

    /**
     * Where the largest values are; among equal ones, the earlier.
     *
     * @param values of each layer, not negative
     * @param count how many places in all layers together; fewer where there are not so many above 0
     * @return ascending places by layer's name
     */
    public static Map<String, int[]> of(Map<String, float[]> values, long count) {
        float threshold = threshold(values, count);
        long above = values.values().stream()
                .mapToLong(layer -> countAbove(layer, threshold))
                .sum();
        long ties = count - above;
        Map<String, int[]> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, float[]> layer : values.entrySet()) {
            int[] places = new int[layer.getValue().length];
            int found = 0;
            for (int i = 0; i < places.length; i++) {
                float value = layer.getValue()[i];
                if (value > threshold || (value == threshold && value > 0 && ties-- > 0)) {
                    places[found++] = i;
                }
            }
            chosen.put(layer.getKey(), Arrays.copyOf(places, found));
        }
        return chosen;
    }

    /** The smallest value that may still be chosen. */
    private static float threshold(Map<String, float[]> values, long count) {
        long total = values.values().stream().mapToLong(layer -> layer.length).sum();
        if (count >= total) {
            return 0;
        }
        if (count <= 0) {
            return Float.POSITIVE_INFINITY;
        }
        float[] all = new float[Math.toIntExact(total)];
        int at = 0;
        for (float[] layer : values.values()) {
            System.arraycopy(layer, 0, all, at, layer.length);
            at += layer.length;
        }
        Arrays.parallelSort(all);
        return all[all.length - (int) count];
    }

    private static long countAbove(float[] layer, float threshold) {
        long count = 0;
        for (float value : layer) {
            count += value > threshold ? 1 : 0;
        }
        return count;
    }
}
