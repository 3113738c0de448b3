package org.driftscope.figure.circuit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A few neighbouring weights of a layer with the voltages on their wordlines. Ohm's law in each cell and Kirchhoff's at each
 * bitline give the currents: {@code I = sum over rows of x G}, µA per volt of read voltage.
 *
 * @param layer its name
 * @param slice which part of every weight the cells hold, in words, e.g. "slice 1 of 8"; "" where they hold all of it
 * @param firstRow number of the first wordline shown, from 0
 * @param firstCol number of the first weight column shown, from 0
 * @param inputs voltages of the wordlines as shares of the read voltage, one a row
 * @param weights row by row, as many rows as inputs, all of the same length
 * @param sharesReference whether one reference column stands in for every minus cell of a row
 * @param gMaxUs conductance at which a cell is drawn full, µS
 */
public record CircuitCorner(
        String layer,
        String slice,
        int firstRow,
        int firstCol,
        List<Double> inputs,
        List<List<CircuitWeight>> weights,
        boolean sharesReference,
        double gMaxUs) {
    public CircuitCorner {
        inputs = List.copyOf(inputs);
        weights = weights.stream().map(List::copyOf).toList();
        if (inputs.isEmpty() || weights.size() != inputs.size()) {
            throw new IllegalArgumentException(weights.size() + " rows of weights with " + inputs.size() + " inputs");
        }
        int cols = weights.get(0).size();
        if (cols == 0 || weights.stream().anyMatch(row -> row.size() != cols)) {
            throw new IllegalArgumentException("rows of different lengths, or empty ones");
        }
    }

    public int rows() {
        return inputs.size();
    }

    public int cols() {
        return weights.get(0).size();
    }

    public CircuitWeight at(int row, int col) {
        return weights.get(row).get(col);
    }

    /** Current of the bitline that is added, µA per volt of read voltage. */
    public double plusCurrent(int col) {
        return sum(col, weight -> weight.plus().nowUs());
    }

    /** Current of the bitline that is subtracted, µA per volt of read voltage. */
    public double minusCurrent(int col) {
        return sum(col, weight -> weight.minus().nowUs());
    }

    /** What a column puts out for these rows: {@code sum of x w} of the weights as they are now. */
    public double output(int col) {
        return sum(col, CircuitWeight::now);
    }

    /** The same of the clean weights. */
    public double cleanOutput(int col) {
        return sum(col, CircuitWeight::clean);
    }

    private double sum(int col, ToDoubleFunction<CircuitWeight> of) {
        double sum = 0;
        for (int row = 0; row < rows(); row++) {
            sum += inputs.get(row) * of.applyAsDouble(at(row, col));
        }
        return sum;
    }
}
