package org.driftscope.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;

/**
 * A fixed random sample of a set: the same images on every machine, and of two samples of one set the smaller lies within
 * the larger. The first images of a set would be a biased sample where it is sorted by class, as folders are.
 */
public final class ImageSample implements ImageSource {
    /** Part of every result on a sample: another one would make all of them other results. */
    private static final long SEED = 20_260_101;

    private final ImageSource whole;
    private final ImageSubset drawn;

    private ImageSample(ImageSource whole, int limit) {
        this.whole = whole;
        this.drawn = new ImageSubset(whole, sorted(order(whole.count()), limit));
    }

    /** {@code limit} images, or the source itself if it has no more. @throws SpecException if the limit is below 1 */
    public static ImageSource of(ImageSource source, int limit) {
        if (limit < 1) {
            throw new SpecException("limit", limit, "1 or more");
        }
        ImageSource whole = source instanceof ImageSample sample ? sample.whole : source;
        return limit >= source.count() ? source : new ImageSample(whole, limit);
    }

    /** All places of a set in the fixed random order that samples are cut from. */
    public static int[] order(int count) {
        return RandomSource.of(SEED).child("image-sample").sample(count, count);
    }

    private static int[] sorted(int[] order, int limit) {
        int[] chosen = Arrays.copyOf(order, limit);
        Arrays.sort(chosen);
        return chosen;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int count() {
        return drawn.count();
    }

    @Override
    public int channels() {
        return whole.channels();
    }

    @Override
    public int height() {
        return whole.height();
    }

    @Override
    public int width() {
        return whole.width();
    }

    @Override
    public int label(int index) {
        return drawn.label(index);
    }

    @Override
    public long number(int index) {
        return drawn.number(index);
    }

    @Override
    public List<String> classNames() {
        return whole.classNames();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        drawn.read(index, target, offset);
    }

    /** Of the whole set's file or files. */
    @Override
    public String sha256() {
        return whole.sha256();
    }

    @Override
    public String suggestedPreprocessing() {
        return whole.suggestedPreprocessing();
    }

    @Override
    public String selection() {
        return whole.selection() + "sample of " + whole.count();
    }

    @Override
    public List<String> notes() {
        String note = String.format(
                Locale.US,
                "%,d of the %,d images of %s are taken: a random sample, always the same.",
                count(),
                whole.count(),
                whole.name());
        return Stream.concat(whole.notes().stream(), Stream.of(note)).toList();
    }
}
