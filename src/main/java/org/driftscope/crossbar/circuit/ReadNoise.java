package org.driftscope.crossbar.circuit;

import org.driftscope.support.RandomSource;

/**
 * What every read of a cell adds anew. Cells are independent, so what a column of a tile puts out for the inputs x is off by
 * {@code sigma sqrt(sum x_i^2)} times a standard normal number, exactly. That number belongs to chip, layer, image, position and
 * read: neither threads nor batches change it.
 *
 * @param sigma standard deviation of a weight as it is read, one a column, in the weights' unit; treat as read-only
 * @param sharedCols columns that one reference column serves, whose own noise they share; 0 where every weight has a cell of its
 *     own to be read against
 * @param source the effect's and the layer's own source
 * @param read which read of the same image
 */
public record ReadNoise(float[] sigma, int sharedCols, RandomSource source, int read) {
    /** Another read of the same chip. */
    public ReadNoise withRead(int another) {
        return new ReadNoise(sigma, sharedCols, source, another);
    }

    /**
     * Standard normal numbers of what the columns of a block of rows put out for one image.
     *
     * @param image its number
     * @param block number of the block of rows
     * @param target receives them from its start
     * @param count positions times columns
     */
    public void ofColumns(long image, int block, float[] target, int count) {
        QuickNormals.fill(stream(image, block).child("columns").key(), target, count);
    }

    /** The same of the block's reference columns. @param count positions times reference columns */
    public void ofReferences(long image, int block, float[] target, int count) {
        QuickNormals.fill(stream(image, block).child("references").key(), target, count);
    }

    private RandomSource stream(long image, int block) {
        return source.child(image).child(read).child(block);
    }
}
