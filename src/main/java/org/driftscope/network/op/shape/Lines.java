package org.driftscope.network.op.shape;

import java.util.stream.LongStream;

/**
 * Lines of elements along an axis of a row-major block.
 *
 * @param count how many there are
 * @param length elements of each
 * @param inner distance of neighbours in a line
 */
public record Lines(int count, int length, int inner) {
    /** Those along one axis. */
    public static Lines along(long[] shape, int axis) {
        int inner = product(LongStream.of(shape).skip(axis + 1L));
        return new Lines(product(LongStream.of(shape).limit(axis)) * inner, (int) shape[axis], inner);
    }

    /** Those over all axes from one on, taken as one. */
    public static Lines from(long[] shape, int axis) {
        return new Lines(
                product(LongStream.of(shape).limit(axis)),
                product(LongStream.of(shape).skip(axis)),
                1);
    }

    /** Where element {@code place} of a line lies. */
    public int at(int line, int place) {
        return at(line, place, length);
    }

    /** The same in a block whose lines are of another length. */
    public int at(int line, int place, int ofLength) {
        return line / inner * ofLength * inner + place * inner + line % inner;
    }

    private static int product(LongStream sizes) {
        return (int) sizes.reduce(1, (a, b) -> a * b);
    }
}
