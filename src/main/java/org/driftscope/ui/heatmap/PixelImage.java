package org.driftscope.ui.heatmap;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.HeatmapRaster;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Viewport;
import org.jspecify.annotations.Nullable;

/** An image over an integer array that rasters are painted into, without copies; made anew only for another size. */
final class PixelImage {
    private final ImageView node = new ImageView();
    private @Nullable PixelBuffer<IntBuffer> buffer;

    PixelImage() {
        node.setSmooth(false);
        node.setMouseTransparent(true);
    }

    ImageView node() {
        return node;
    }

    /** Paints at the given number of device pixels; the node keeps the size it was given. */
    void paint(CellGrid grid, Viewport view, HeatmapStyle style, int width, int height) {
        PixelBuffer<IntBuffer> target = sized(width, height);
        HeatmapRaster.paintInto(target.getBuffer().array(), grid, view, style, width, height);
        target.updateBuffer(all -> null);
    }

    private PixelBuffer<IntBuffer> sized(int width, int height) {
        PixelBuffer<IntBuffer> current = buffer;
        if (current == null || current.getWidth() != width || current.getHeight() != height) {
            current = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            buffer = current;
            node.setImage(new WritableImage(current));
        }
        return current;
    }
}
