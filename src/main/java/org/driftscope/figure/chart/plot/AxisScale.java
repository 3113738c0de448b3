package org.driftscope.figure.chart.plot;

/** How values are spread along an axis. */
public enum AxisScale {
    LINEAR {
        @Override
        double forward(double value) {
            return value;
        }

        @Override
        double backward(double position) {
            return position;
        }
    },
    /** Base 10; values that are not above 0 have no place and are left out. */
    LOG {
        @Override
        double forward(double value) {
            return value > 0 ? Math.log10(value) : Double.NaN;
        }

        @Override
        double backward(double position) {
            return Math.pow(10, position);
        }
    },
    /** Counts: log10 of one more, so that none has a place too. */
    COUNTS {
        @Override
        double forward(double value) {
            return value >= 0 ? Math.log10(1 + value) : Double.NaN;
        }

        @Override
        double backward(double position) {
            return Math.pow(10, position) - 1;
        }
    },
    /** Seconds, with marks at a minute, an hour and so on: log10 of one more, so that at once has a place too. */
    TIME {
        @Override
        double forward(double value) {
            return COUNTS.forward(value);
        }

        @Override
        double backward(double position) {
            return COUNTS.backward(position);
        }
    };

    /** Value to position; NaN where the value has no place on this axis. */
    abstract double forward(double value);

    abstract double backward(double position);
}
