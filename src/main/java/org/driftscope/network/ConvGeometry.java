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
        String autoPad) {}
