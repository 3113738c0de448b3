package org.driftscope.ui.correction;

import java.util.Arrays;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;

/** An adapter of which only the first terms {@code a_k b_k} are added up; magnitude, bias and gain stay what they are. */
final class FirstTerms {
    private FirstTerms() {}

    /** @param count of terms, 0 to the adapter's rank */
    static LowRankAdapter of(LowRankAdapter whole, int count) {
        if (count >= whole.rank()) {
            return whole;
        }
        int groups = whole.groups();
        float[] a = new float[whole.rows() * groups * count];
        for (int row = 0; row < whole.rows(); row++) {
            for (int group = 0; group < groups; group++) {
                System.arraycopy(
                        whole.a(), (row * groups + group) * whole.rank(), a, (row * groups + group) * count, count);
            }
        }
        float[] b = Arrays.copyOf(whole.b(), count * whole.cols());
        return whole.withFactors(count, a, b, FactorPrecision.FULL);
    }
}
