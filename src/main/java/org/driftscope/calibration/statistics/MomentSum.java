package org.driftscope.calibration.statistics;

import org.driftscope.algebra.Products;

/** The moments of one group's patches, summed chunk by chunk. Not thread-safe. */
abstract class MomentSum {
    private final double[] sums;

    private MomentSum(int rows) {
        sums = new double[rows];
    }

    /**
     * The sum that suits a group.
     *
     * @param rows inputs d
     * @param patches that will be added in all
     */
    static MomentSum of(int rows, long patches) {
        if (rows <= InputMoments.LARGE_ROWS) {
            return new Whole(rows);
        }
        return patches < rows ? new Patches(rows, (int) patches) : new Triangle(rows);
    }

    /** @param chunk patches, row-major [d, columns]; not modified */
    final void add(float[] chunk, int columns) {
        addProducts(chunk, columns);
        addRowSums(chunk, columns);
    }

    /** The moments of all patches so far; this object must not be used afterwards. */
    final InputMoments finish(long patches) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] /= patches;
        }
        return finish(patches, sums);
    }

    abstract void addProducts(float[] chunk, int columns);

    abstract InputMoments finish(long patches, double[] mean);

    /** Four partial sums, so that additions do not wait for each other. */
    private void addRowSums(float[] chunk, int columns) {
        for (int row = 0; row < sums.length; row++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = row * columns;
            int end = i + columns;
            for (; i + 3 < end; i += 4) {
                s0 += chunk[i];
                s1 += chunk[i + 1];
                s2 += chunk[i + 2];
                s3 += chunk[i + 3];
            }
            for (; i < end; i++) {
                s0 += chunk[i];
            }
            sums[row] += (s0 + s1) + (s2 + s3);
        }
    }

    /** Products in single precision over a chunk, summed in double. */
    private static final class Whole extends MomentSum {
        private final double[] gram;
        private final float[] product;

        Whole(int rows) {
            super(rows);
            gram = new double[rows * rows];
            product = new float[rows * rows];
        }

        @Override
        void addProducts(float[] chunk, int columns) {
            int d = (int) Math.sqrt(gram.length);
            Products.lowerSelfProduct(chunk, d, columns, product);
            for (int row = 0; row < d; row++) {
                for (int i = row * d; i <= row * d + row; i++) {
                    gram[i] += product[i];
                }
            }
        }

        @Override
        InputMoments finish(long patches, double[] mean) {
            int d = mean.length;
            for (int row = 0; row < d; row++) {
                for (int col = 0; col <= row; col++) {
                    gram[row * d + col] /= patches;
                    gram[col * d + row] = gram[row * d + col];
                }
            }
            return new DenseMoments(gram, mean);
        }
    }

    /** Products in single precision, and so their sum: {@code 4 d^2} bytes. */
    private static final class Triangle extends MomentSum {
        private final int rows;
        private final float[] sum;

        Triangle(int rows) {
            super(rows);
            this.rows = rows;
            sum = new float[Math.multiplyExact(rows, rows)];
        }

        @Override
        void addProducts(float[] chunk, int columns) {
            Products.addLowerSelfProduct(chunk, rows, columns, sum);
        }

        @Override
        InputMoments finish(long patches, double[] mean) {
            float[] triangle = new float[(int) ((long) rows * (rows + 1) / 2)];
            int at = 0;
            for (int row = 0; row < rows; row++) {
                for (int col = 0; col <= row; col++) {
                    triangle[at++] = sum[row * rows + col] / patches;
                }
            }
            return new SingleMoments(triangle, mean);
        }
    }

    /** The patches themselves, fewer than they have inputs. */
    private static final class Patches extends MomentSum {
        private final int rows;
        private final int capacity;
        private final float[] patches;
        private int count;

        Patches(int rows, int capacity) {
            super(rows);
            this.rows = rows;
            this.capacity = capacity;
            patches = new float[Math.multiplyExact(rows, capacity)];
        }

        @Override
        void addProducts(float[] chunk, int columns) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(chunk, row * columns, patches, row * capacity + count, columns);
            }
            count += columns;
        }

        @Override
        InputMoments finish(long total, double[] mean) {
            if (count != capacity || count != total) {
                throw new IllegalStateException(count + " patches of " + capacity);
            }
            double scale = 1 / Math.sqrt(count);
            for (int row = 0; row < rows; row++) {
                for (int i = row * capacity; i < (row + 1) * capacity; i++) {
                    patches[i] = (float) ((patches[i] - mean[row]) * scale);
                }
            }
            return new FactoredMoments(patches, new float[0], mean);
        }
    }
}
