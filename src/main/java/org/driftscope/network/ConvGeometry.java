package org.driftscope.network;

/**
 * The shape of a convolution; 1-D ones have height 1.
 *
 * @param kernelH kernel height
 * @param kernelW kernel width
 * @param strideH vertical step
 * @param strideW horizontal step
 * @param padTop rows of zeros above; with {@code autoPad} other than NOTSET these four are worked out from the input
 * @param padLeft columns of zeros to the left
 * @param padBottom rows of zeros below
 * @param padRight columns of zeros to the right
 * @param dilationH vertical distance of kernel taps
 * @param dilationW horizontal distance of kernel taps
 * @param autoPad NOTSET, SAME_UPPER, SAME_LOWER or VALID
 */
public record ConvGeometry(
        int kernelH,
        int kernelW,
        int strideH,
        int strideW,
        int padTop,
        int padLeft,
        int padBottom,
        int padRight,
        int dilationH,
        int dilationW,
        String autoPad) {
    /** A single tap, no stride, no padding. */
    public static final ConvGeometry POINTWISE = new ConvGeometry(1, 1, 1, 1, 0, 0, 0, 0, 1, 1, "NOTSET");

    /**
     * The geometry of a Conv node.
     *
     * @param weightShape [outputs, inputs of a group, kw] or [outputs, inputs of a group, kh, kw]
     */
    public static ConvGeometry of(Attributes attributes, long[] weightShape) {
        boolean flat = weightShape.length == 3;
        long[] strides = attributes.integers("strides", 1, 1);
        long[] dilations = attributes.integers("dilations", 1, 1);
        long[] pads = attributes.integers("pads", 0, 0, 0, 0);
        int ends = pads.length / 2;
        return new ConvGeometry(
                flat ? 1 : (int) weightShape[2],
                (int) weightShape[weightShape.length - 1],
                flat ? 1 : (int) strides[0],
                (int) strides[flat ? 0 : 1],
                flat ? 0 : (int) pads[0],
                (int) pads[flat ? 0 : 1],
                flat ? 0 : (int) pads[ends],
                (int) pads[ends + (flat ? 0 : 1)],
                flat ? 1 : (int) dilations[0],
                (int) dilations[flat ? 0 : 1],
                attributes.text("auto_pad", "NOTSET"));
    }

    /** The same with explicit padding: {@code autoPad} worked out for an input of that height and width. */
    public ConvGeometry resolved(int height, int width) {
        if (autoPad.equals("NOTSET") || autoPad.isEmpty()) {
            return this;
        }
        int[] vertical = padding(height, kernelH, strideH, dilationH);
        int[] horizontal = padding(width, kernelW, strideW, dilationW);
        return new ConvGeometry(
                kernelH,
                kernelW,
                strideH,
                strideW,
                vertical[0],
                horizontal[0],
                vertical[1],
                horizontal[1],
                dilationH,
                dilationW,
                "NOTSET");
    }

    /** The same, padded as {@code autoPad} says. */
    public ConvGeometry padded(String padding) {
        return new ConvGeometry(kernelH, kernelW, strideH, strideW, 0, 0, 0, 0, dilationH, dilationW, padding);
    }

    /** The same for an input that already has its padding around it. */
    public ConvGeometry withoutPadding() {
        return new ConvGeometry(kernelH, kernelW, strideH, strideW, 0, 0, 0, 0, dilationH, dilationW, "NOTSET");
    }

    /** Rows of the output; padding must be explicit. */
    public int outputHeight(int height) {
        return (height + padTop + padBottom - dilationH * (kernelH - 1) - 1) / strideH + 1;
    }

    /** Columns of the output; padding must be explicit. */
    public int outputWidth(int width) {
        return (width + padLeft + padRight - dilationW * (kernelW - 1) - 1) / strideW + 1;
    }

    private int[] padding(int size, int kernel, int stride, int dilation) {
        if (autoPad.equals("VALID")) {
            return new int[] {0, 0};
        }
        int outputs = (size + stride - 1) / stride;
        int total = Math.max(0, (outputs - 1) * stride + dilation * (kernel - 1) + 1 - size);
        int smaller = total / 2;
        return autoPad.equals("SAME_LOWER")
                ? new int[] {total - smaller, smaller}
                : new int[] {smaller, total - smaller};
    }
}
