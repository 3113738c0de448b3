package org.driftscope.adapter;

/**
 * What is stored for one layer and one age. The arrays are shared, not copied: treat them as read-only.
 *
 * @param age that it was made for, s
 * @param d one a rank
 * @param b one a column
 * @param gain c, one number; empty for none
 */
public record VectorSet(double age, float[] d, float[] b, float[] gain) {
    public VectorSet {
        if (!(age >= 0) || gain.length > 1) {
            throw new IllegalArgumentException("a set for the age " + age + " with " + gain.length + " gains");
        }
    }

    /** Numbers that are stored. */
    public long parameters() {
        return (long) d.length + b.length + gain.length;
    }

    /** c, or 1. */
    public float factor() {
        return gain.length == 0 ? 1 : gain[0];
    }
}
