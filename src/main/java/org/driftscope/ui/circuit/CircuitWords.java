package org.driftscope.ui.circuit;

import java.util.Locale;
import org.driftscope.figure.circuit.CircuitCell;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.figure.circuit.CircuitDrawing;
import org.driftscope.figure.circuit.CircuitWeight;

/** What a weight is on a crossbar, in sentences. */
final class CircuitWords {
    private CircuitWords() {}

    static String of(CircuitDrawing drawing) {
        CircuitCorner corner = drawing.corner();
        int number = drawing.marked();
        if (number < 0 || number >= corner.rows() * corner.cols()) {
            return "";
        }
        int row = number / corner.cols();
        int col = number % corner.cols();
        CircuitWeight weight = corner.at(row, col);
        double input = corner.inputs().get(row);
        String minus = corner.sharesReference() ? "the reference" : "G\u2212";
        return String.format(
                Locale.ROOT,
                "Row %d, column %d%s %s was asked for as G+ %s and %s %s \u00b5S. %s"
                        + " The difference of %s \u00b5S reads as %s. An input of %.2f makes it %s.",
                corner.firstRow() + row,
                corner.firstCol() + col,
                corner.slice().isEmpty() ? ": weight" : ", " + corner.slice() + ": a part of",
                number(weight.clean()),
                number(weight.plus().targetUs()),
                minus,
                number(weight.minus().targetUs()),
                now(weight, minus),
                number(weight.differenceUs()),
                number(weight.now()),
                input,
                number(input * weight.now()));
    }

    private static String now(CircuitWeight weight, String minus) {
        CircuitCell plus = weight.plus();
        return "Now they are " + number(plus.nowUs()) + (plus.stuck() ? " (stuck)" : "") + " and "
                + number(weight.minus().nowUs()) + (weight.minus().stuck() ? " (stuck)" : "") + " \u00b5S.";
    }

    /** Three digits. */
    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value).replace('-', '\u2212');
    }
}
