package org.driftscope.ui.inside;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.driftscope.data.InputPicture;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.HeatmapRaster;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Raster;
import org.driftscope.figure.raster.Viewport;

/** Pictures of numbers, with flat pixels however large they are shown. */
final class PixelPicture {
    /** A smaller picture is painted larger than it is, so that scaling it up leaves its pixels flat. */
    private static final int LEAST = 96;

    private PixelPicture() {}

    static Image of(InputPicture picture) {
        int times = Math.max(1, LEAST / Math.max(picture.width(), picture.height()));
        int width = picture.width() * times;
        int height = picture.height() * times;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = picture.argb()[y / times * picture.width() + x / times];
            }
        }
        return of(argb, width, height);
    }

    static Image of(CellGrid grid, HeatmapStyle style) {
        int times = Math.max(1, LEAST / Math.max(grid.rows(), grid.cols()));
        Raster raster = HeatmapRaster.paint(
                grid, Viewport.whole(grid.rows(), grid.cols()), style, grid.cols() * times, grid.rows() * times);
        return of(raster.argb(), raster.width(), raster.height());
    }

    private static Image of(int[] argb, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
