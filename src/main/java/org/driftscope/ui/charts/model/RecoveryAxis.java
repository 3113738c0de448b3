package org.driftscope.ui.charts.model;

import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.support.Percent;

/** What the recovery chart shows upwards. */
public enum RecoveryAxis {
    /** Accuracy. */
    TOP1("Top-1", AxisSpec.percent("Top-1 accuracy (%)")) {
        @Override
        public double of(PointScores scores) {
            return Percent.of(scores.calibrated());
        }

        @Override
        public double before(PointScores scores) {
            return Percent.of(scores.drifted());
        }

        @Override
        public double standardError(PointScores scores) {
            return 100 * scores.standardError();
        }
    },
    /** Share of what its own chip's drift cost. */
    RECOVERED(
            "Loss recovered",
            new AxisSpec(
                    "Loss recovered (%)", AxisScale.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 20)) {
        @Override
        public double of(PointScores scores) {
            return Percent.of(scores.recovered().orElse(Double.NaN));
        }

        @Override
        public double before(PointScores scores) {
            return 0;
        }

        @Override
        public double standardError(PointScores scores) {
            return 100 * scores.standardError() / (scores.clean() - scores.drifted());
        }
    };

    private final String label;
    private final AxisSpec spec;

    RecoveryAxis(String label, AxisSpec spec) {
        this.label = label;
        this.spec = spec;
    }

    public AxisSpec spec() {
        return spec;
    }

    /** After calibration, %; NaN where it is not defined. */
    public abstract double of(PointScores scores);

    /** After drift, %. */
    public abstract double before(PointScores scores);

    /** Of {@link #of}, from the number of images, %. */
    public abstract double standardError(PointScores scores);

    @Override
    public String toString() {
        return label;
    }
}
