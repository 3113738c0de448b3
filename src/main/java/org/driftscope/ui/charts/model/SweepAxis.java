package org.driftscope.ui.charts.model;

import java.util.Locale;
import org.driftscope.device.Age;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;

/** What a sweep goes over: how strongly the cells drift, or how long. */
public enum SweepAxis {
    /** Relative drift, a fraction; drawn in per cent. */
    DRIFT {
        @Override
        public AxisSpec spec() {
            // a zero drift keeps its place off the axis' end, and one value alone a span around it
            return new AxisSpec("Relative drift \u03c3/G (%)", AxisScale.LINEAR, -5, 1000, 5);
        }

        @Override
        public double place(double strength) {
            return 100 * strength;
        }

        @Override
        public String words(double place) {
            return String.format(Locale.ROOT, "at %.3g %% relative drift", place);
        }
    },
    /** Time since programming, s. */
    AGE {
        @Override
        public AxisSpec spec() {
            return AxisSpec.time("Age");
        }

        @Override
        public double place(double strength) {
            return strength;
        }

        @Override
        public String words(double place) {
            return "after " + Age.words(place);
        }
    };

    public abstract AxisSpec spec();

    /** Where a strength lies on the axis. */
    public abstract double place(double strength);

    /** A place on the axis in words. */
    public abstract String words(double place);
}
