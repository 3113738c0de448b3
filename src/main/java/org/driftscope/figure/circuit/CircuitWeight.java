package org.driftscope.figure.circuit;

/**
 * A weight and the two cells that hold it.
 *
 * @param plus its current is added
 * @param minus its current is subtracted; shared by all weights of a row where the mapping has a reference column
 * @param clean weight of the clean network, or what a slice of it was to add
 * @param now what the cells amount to
 */
public record CircuitWeight(CircuitCell plus, CircuitCell minus, double clean, double now) {
    /** What is subtracted from what is added, µS. */
    public double differenceUs() {
        return plus.nowUs() - minus.nowUs();
    }
}
