package org.driftscope.io.image;

import java.util.List;
import org.driftscope.data.ImageSource;

/** The part of an image set that is the same whatever the pixels are read from. */
abstract class DescribedImages implements ImageSource {
    private final SetDescription description;

    DescribedImages(SetDescription description) {
        this.description = description;
    }

    SetDescription description() {
        return description;
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public int count() {
        return description.labels().length;
    }

    @Override
    public int channels() {
        return description.channels();
    }

    @Override
    public int height() {
        return description.height();
    }

    @Override
    public int width() {
        return description.width();
    }

    @Override
    public int label(int index) {
        return description.labels()[index];
    }

    @Override
    public List<String> classNames() {
        return description.classNames();
    }

    @Override
    public String sha256() {
        return description.sha256().get();
    }

    @Override
    public String suggestedPreprocessing() {
        return description.suggestedPreprocessing();
    }

    @Override
    public List<String> notes() {
        return description.notes();
    }
}
