package org.driftscope.figure.circuit;

import java.util.List;

/** Two rows of two weights in pairs of cells; one cell is stuck. */
public final class SampleCorner {
    private SampleCorner() {}

    public static CircuitCorner pairs() {
        return corner(false);
    }

    /** The same with a reference column. */
    public static CircuitCorner reference() {
        return corner(true);
    }

    private static CircuitCorner corner(boolean shared) {
        return new CircuitCorner(
                "conv1",
                "",
                8,
                4,
                List.of(0.5, 1.0),
                List.of(
                        List.of(weight(20, 24, 10, 10, 0.1, 0.14), weight(10, 9, 40, 38, -0.3, -0.29)),
                        List.of(weight(60, 66, 10, 12, 0.5, 0.54), weight(10, 10, 12, 30, -0.02, -0.2))),
                shared,
                100);
    }

    private static CircuitWeight weight(
            double plus, double plusNow, double minus, double minusNow, double clean, double now) {
        return new CircuitWeight(
                new CircuitCell(plus, plusNow, false), new CircuitCell(minus, minusNow, minusNow == 30), clean, now);
    }
}
