package org.driftscope.evaluation;

/** What stands behind the "±" of a mean over chips. One is chosen for a whole chart or table, and named there. */
public enum Spread {
    /** Sample standard deviation: how much chips differ. */
    STANDARD_DEVIATION("s.d.", "standard deviation (s.d.)") {
        @Override
        double half(AccuracySummary summary) {
            return summary.standardDeviation();
        }
    },
    /** Half the 95 % interval of the mean by Student's t: how well the mean is known. */
    INTERVAL_95("95 % interval", "95 % interval of the mean") {
        @Override
        double half(AccuracySummary summary) {
            return summary.interval95().high() - summary.mean();
        }
    };

    private final String word;
    private final String words;

    Spread(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** On axes and in tables, after "±". */
    public String word() {
        return word;
    }

    /** In sentences. */
    public String words() {
        return words;
    }

    /** Half the length of a bar, in the summary's unit; NaN for a single value. */
    public double of(AccuracySummary summary) {
        return summary.count() > 1 ? half(summary) : Double.NaN;
    }

    abstract double half(AccuracySummary summary);

    @Override
    public String toString() {
        return "± " + word;
    }
}
