package org.driftscope.sample.scene;

/** A small colour picture being painted; parts 0 to 1, one plane a colour, row-major. */
final class Canvas {
    /** Width and height, pixels. */
    static final int SIZE = 32;

    private final float[][] planes = new float[3][SIZE * SIZE];

    /** Paints a pattern of two colours where the mask covers. */
    void paint(Mask mask, Texture texture, Rgb first, Rgb second, double opacity) {
        for (int i = 0; i < SIZE * SIZE; i++) {
            float cover = (float) (mask.coverage()[i] * opacity);
            if (cover > 0) {
                float share = (float) texture.at(i % SIZE + 0.5, i / SIZE + 0.5);
                blend(i, first.mix(second, share), cover);
            }
        }
    }

    /** Paints a pattern everywhere. */
    void fill(Texture texture, Rgb first, Rgb second, double opacity) {
        for (int i = 0; i < SIZE * SIZE; i++) {
            float share = (float) texture.at(i % SIZE + 0.5, i / SIZE + 0.5);
            blend(i, first.mix(second, share), (float) opacity);
        }
    }

    /** Multiplies by light that runs from {@code low} to {@code high} over the pattern. */
    void light(Texture pattern, double low, double high) {
        for (int i = 0; i < SIZE * SIZE; i++) {
            float gain = (float) (low + (high - low) * pattern.at(i % SIZE + 0.5, i / SIZE + 0.5));
            for (float[] plane : planes) {
                plane[i] *= gain;
            }
        }
    }

    void blur(double share) {
        for (float[] plane : planes) {
            Blur.binomialInPlace(plane, (float) share);
        }
    }

    /**
     * Adds sensor noise.
     *
     * @param normals N(0, 1) numbers, 3 * SIZE * SIZE
     */
    void noise(double[] normals, double sigma) {
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < SIZE * SIZE; i++) {
                planes[c][i] += (float) (sigma * normals[c * SIZE * SIZE + i]);
            }
        }
    }

    /** Mean colour under a mask. */
    Rgb mean(Mask mask) {
        float[] sums = new float[3];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < SIZE * SIZE; i++) {
                sums[c] += planes[c][i] * mask.coverage()[i];
            }
        }
        float area = (float) Math.max(mask.area(), 1e-6);
        return new Rgb(sums[0] / area, sums[1] / area, sums[2] / area);
    }

    /** The picture as bytes 0 to 255, red plane first. */
    byte[] toBytes() {
        byte[] bytes = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < bytes.length; i++) {
            float value = planes[i / (SIZE * SIZE)][i % (SIZE * SIZE)];
            bytes[i] = (byte) Math.round(255 * Math.max(0f, Math.min(1f, value)));
        }
        return bytes;
    }

    private void blend(int pixel, Rgb colour, float cover) {
        planes[0][pixel] += cover * (colour.red() - planes[0][pixel]);
        planes[1][pixel] += cover * (colour.green() - planes[1][pixel]);
        planes[2][pixel] += cover * (colour.blue() - planes[2][pixel]);
    }
}
