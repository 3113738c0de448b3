package org.driftscope.ui.charts;

import java.util.Locale;
import org.driftscope.device.Age;
import org.driftscope.figure.chart.AxisScale;
import org.driftscope.figure.chart.AxisSpec;

/** What a sweep goes over: how strongly the cells drift, or how long. */
public enum SweepAxis {
    /** Relative drift, a fraction; drawn in per cent. */
    DRIFT {
        @Override
        AxisSpec spec() {
            // a zero drift keeps its place off the axis' end, and one value alone a span around it
            return new AxisSpec("Relative drift \u03c3/G (%)", AxisScale.LINEAR, -5, 1000, 5);
        }

        @Override
        double place(double strength) {
            return 100 * strength;
        }

        @Override
        String words(double place) {
            return String.format(Locale.ROOT, "at %.3g %% relative drift", place);
        }
    },
    /** Time since programming, s. */
    AGE {
        @Override
        AxisSpec spec() {
            return AxisSpec.time("Age");
        }

        @Override
        double place(double strength) {
            return strength;
        }

        @Override
        String words(double place) {
            return "after " + Age.words(place);
        }
    };

    abstract AxisSpec spec();

    /** Where a strength lies on the axis. */
    abstract double place(double strength);

    /** A place on the axis in words. */
    abstract String words(double place);
}
