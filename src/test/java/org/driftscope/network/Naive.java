package org.driftscope.network;

/** Plain loops over NCHW arrays, as an oracle. */
final class Naive {
    private Naive() {}

    /** Convolution with explicit padding; weights [outputs, channels / groups, kh, kw]. */
    static Tensor convolution(Tensor x, Tensor w, float[] bias, ConvGeometry g, int groups) {
        int height = (int) x.shape()[2];
        int width = (int) x.shape()[3];
        int outputs = (int) w.shape()[0];
        int channels = (int) w.shape()[1];
        int rows = g.outputHeight(height);
        int cols = g.outputWidth(width);
        int images = (int) x.shape()[0];
        float[] out = new float[images * outputs * rows * cols];
        int next = 0;
        for (int n = 0; n < images; n++) {
            for (int o = 0; o < outputs; o++) {
                for (int row = 0; row < rows; row++) {
                    for (int col = 0; col < cols; col++) {
                        double sum = bias.length == 0 ? 0 : bias[o];
                        for (int c = 0; c < channels; c++) {
                            for (int ky = 0; ky < g.kernelH(); ky++) {
                                for (int kx = 0; kx < g.kernelW(); kx++) {
                                    int y = row * g.strideH() - g.padTop() + ky * g.dilationH();
                                    int z = col * g.strideW() - g.padLeft() + kx * g.dilationW();
                                    if (y >= 0 && y < height && z >= 0 && z < width) {
                                        int channel = o / (outputs / groups) * channels + c;
                                        int at = ((n * channels * groups + channel) * height + y) * width + z;
                                        int tap = ((o * channels + c) * g.kernelH() + ky) * g.kernelW() + kx;
                                        sum += (double) x.floats()[at] * w.floats()[tap];
                                    }
                                }
                            }
                        }
                        out[next++] = (float) sum;
                    }
                }
            }
        }
        return Tensor.floats(out, images, outputs, rows, cols);
    }
}
