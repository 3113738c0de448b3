package org.driftscope.algebra;

import java.util.Arrays;

/**
 * A dense matrix of doubles, column-major. The array is shared, not copied: treat it as read-only.
 *
 * @param rows at least 0
 * @param cols at least 0
 * @param values element (i, j) at {@code j * rows + i}
 */
public record Matrix(int rows, int cols, double[] values) {
    /** Columns that are read side by side while rows are written: what of them is in the cache stays there. */
    private static final int BLOCK = 32;

    public Matrix {
        if (rows < 0 || cols < 0 || (long) rows * cols != values.length) {
            throw new IllegalArgumentException(
                    "matrix of " + rows + " x " + cols + " with " + values.length + " values");
        }
    }

    /** A matrix of zeros. */
    public static Matrix zeros(int rows, int cols) {
        return new Matrix(rows, cols, new double[Math.multiplyExact(rows, cols)]);
    }

    public double at(int row, int col) {
        return values[col * rows + row];
    }

    /** A new matrix, rows and columns exchanged. */
    public Matrix transposed() {
        Matrix flipped = zeros(cols, rows);
        for (int from = 0; from < cols; from += BLOCK) {
            int to = Math.min(cols, from + BLOCK);
            for (int row = 0; row < rows; row++) {
                for (int col = from; col < to; col++) {
                    flipped.values[row * cols + col] = values[col * rows + row];
                }
            }
        }
        return flipped;
    }

    /** The first columns, a new matrix. */
    public Matrix leadingColumns(int count) {
        return new Matrix(rows, count, Arrays.copyOf(values, rows * count));
    }

    /** The first rows, a new matrix. */
    public Matrix leadingRows(int count) {
        return transposed().leadingColumns(count).transposed();
    }

    /** Inner product of column {@code col} of this matrix and column {@code otherCol} of another. */
    public double dot(int col, Matrix other, int otherCol) {
        return dot(values, col * rows, other.values, otherCol * rows, rows);
    }

    /** Some of the rows, a new matrix. @param to not included */
    public Matrix rows(int from, int to) {
        Matrix part = zeros(to - from, cols);
        for (int col = 0; col < cols; col++) {
            System.arraycopy(values, col * rows + from, part.values, col * (to - from), to - from);
        }
        return part;
    }

    /** A new matrix, this minus the other. */
    public Matrix minus(Matrix other) {
        double[] difference = values.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other.values[i];
        }
        return new Matrix(rows, cols, difference);
    }

    /** A new matrix, this multiplied by a factor. */
    public Matrix times(double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Matrix(rows, cols, scaled);
    }

    /** A new matrix, this with every column multiplied by its own factor. */
    public Matrix scaleColumns(double[] factors) {
        double[] scaled = values.clone();
        for (int col = 0; col < cols; col++) {
            double factor = factors[col];
            for (int i = col * rows; i < (col + 1) * rows; i++) {
                scaled[i] *= factor;
            }
        }
        return new Matrix(rows, cols, scaled);
    }

    /** A new matrix, this with every row multiplied by its own factor. */
    public Matrix scaleRows(double[] factors) {
        double[] scaled = values.clone();
        for (int at = 0; at < scaled.length; at += rows) {
            for (int row = 0; row < rows; row++) {
                scaled[at + row] *= factors[row];
            }
        }
        return new Matrix(rows, cols, scaled);
    }

    /** A new matrix, the columns of several one after the other. @param parts at least one, of equal height */
    public static Matrix beside(Matrix... parts) {
        int cols = Arrays.stream(parts).mapToInt(Matrix::cols).sum();
        Matrix all = zeros(parts[0].rows, cols);
        int at = 0;
        for (Matrix part : parts) {
            System.arraycopy(part.values, 0, all.values, at, part.values.length);
            at += part.values.length;
        }
        return all;
    }

    /** Inner product of two stretches; four partial sums, so that additions do not wait for each other. */
    public static double dot(double[] x, int xFrom, double[] y, int yFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += x[xFrom + i] * y[yFrom + i];
            s1 += x[xFrom + i + 1] * y[yFrom + i + 1];
            s2 += x[xFrom + i + 2] * y[yFrom + i + 2];
            s3 += x[xFrom + i + 3] * y[yFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += x[xFrom + i] * y[yFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Some columns of a row-major array of single precision, a new matrix. @param width of its rows @param from first column */
    public static Matrix ofColumns(float[] rowMajor, int width, int from, int count) {
        int rows = rowMajor.length / Math.max(1, width);
        Matrix part = zeros(rows, count);
        for (int first = 0; first < rows; first += BLOCK) {
            int last = Math.min(rows, first + BLOCK);
            for (int col = 0; col < count; col++) {
                for (int row = first; row < last; row++) {
                    part.values[col * rows + row] = rowMajor[row * width + from + col];
                }
            }
        }
        return part;
    }

    /** {@code y += factor * x}; y is overwritten. */
    public static void addScaledInPlace(double factor, double[] x, int xFrom, double[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += factor * x[xFrom + i];
        }
    }
}
