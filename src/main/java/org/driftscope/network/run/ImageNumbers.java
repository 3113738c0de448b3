package org.driftscope.network.run;

/**
 * Which images a batch holds, so that what is random in reading them is each image's own, whatever batch it is in.
 *
 * @param numbers of the images in their set, in the batch's order; none for 0, 1, 2 ...
 */
public record ImageNumbers(long... numbers) {
    private static final ImageNumbers IN_ORDER = new ImageNumbers();

    /** 0, 1, 2 ... */
    public static ImageNumbers inOrder() {
        return IN_ORDER;
    }

    /** Of the image at a place of the batch. */
    long at(int place) {
        return place < numbers.length ? numbers[place] : place;
    }

    /** How many images some rows are of; every row is one where that is not known. */
    int among(int rows) {
        return numbers.length > 0 && rows % numbers.length == 0 ? numbers.length : rows;
    }
}
