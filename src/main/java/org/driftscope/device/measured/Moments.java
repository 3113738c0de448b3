package org.driftscope.device.measured;

/** Count, mean and spread of numbers as they come. Welford's update, and Pébay's (2008) for the fourth moment. */
final class Moments {
    private long count;
    private double mean;
    private double second;
    private double third;
    private double fourth;

    void add(double value) {
        long before = count++;
        double delta = value - mean;
        double step = delta / count;
        double square = step * step;
        double term = delta * step * before;
        mean += step;
        fourth += term * square * (count * (double) count - 3.0 * count + 3) + 6 * square * second - 4 * step * third;
        third += term * step * (count - 2) - 3 * step * second;
        second += term;
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** Of the numbers about their mean, with n - 1; 0 of one. */
    double sigma() {
        return count < 2 ? 0 : Math.sqrt(second / (count - 1));
    }

    /** 0 of a normal distribution; 0 where all are the same. */
    double excessKurtosis() {
        return second == 0 ? 0 : count * fourth / (second * second) - 3;
    }
}
