package org.driftscope.io.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.driftscope.data.ResizeCrop;
import org.driftscope.io.image.decode.ImageDecoder;
import org.driftscope.io.image.decode.ImageHeader;

/** Images in files of their own, each decoded when it is asked for. */
final class FolderImages extends DescribedImages {
    /**
     * One image.
     *
     * @param label class, from 0
     * @param header its size, already checked
     */
    record Item(Path file, int label, ImageHeader header) {}

    private final List<Item> items;
    private final Optional<ResizeCrop> crop;

    FolderImages(SetDescription description, List<Item> items, Optional<ResizeCrop> crop) {
        super(description);
        this.items = List.copyOf(items);
        this.crop = crop;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        Item item = items.get(index);
        ImageHeader header = item.header();
        float[] whole = ImageDecoder.decode(item.file(), header, channels());
        float[] pixels = crop.map(c -> c.apply(whole, channels(), header.height(), header.width()))
                .orElse(whole);
        System.arraycopy(pixels, 0, target, offset, pixels.length);
    }
}
