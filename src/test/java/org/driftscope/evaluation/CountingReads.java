package org.driftscope.evaluation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.data.ImageSource;

/** Counts how often an image is read. */
record CountingReads(ImageSource source, AtomicInteger reads) implements ImageSource {
    CountingReads(ImageSource source) {
        this(source, new AtomicInteger());
    }

    @Override
    public void read(int index, float[] target, int offset) {
        reads.incrementAndGet();
        source.read(index, target, offset);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int count() {
        return source.count();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public String sha256() {
        return source.sha256();
    }

    @Override
    public String suggestedPreprocessing() {
        return source.suggestedPreprocessing();
    }
}
