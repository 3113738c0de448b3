package org.driftscope.device.measured;

import java.util.stream.IntStream;

/**
 * An age between measured ones: linear in the logarithm of time, held beyond the last; an age above 0 but below the first
 * counts as that one.
 *
 * @param before number of the time before
 * @param after number of the time after
 * @param share how far it is from the one to the other, 0 to 1
 */
record TimePlace(int before, int after, double share) {
    static TimePlace of(double[] seconds, double age) {
        int next = IntStream.range(0, seconds.length)
                .filter(time -> seconds[time] >= age)
                .findFirst()
                .orElse(seconds.length - 1);
        boolean between = next > 0 && seconds[next] > age && seconds[next - 1] > 0;
        return between
                ? new TimePlace(
                        next - 1, next, Math.log(age / seconds[next - 1]) / Math.log(seconds[next] / seconds[next - 1]))
                : new TimePlace(next, next, 1);
    }

    /** One row at this age. @param rows one a time */
    double[] of(double[][] rows) {
        double[] from = rows[before];
        double[] to = rows[after];
        return IntStream.range(0, from.length)
                .mapToDouble(i -> from[i] + (to[i] - from[i]) * share)
                .toArray();
    }
}
