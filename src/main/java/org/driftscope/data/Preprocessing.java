package org.driftscope.data;

import java.util.List;
import java.util.Locale;
import org.driftscope.support.SpecException;

/**
 * How raw pixels (0 to 255) become a network's input: {@code (x * scale - mean[c]) / std[c]}.
 *
 * @param name preset's name, or "custom"
 * @param scale applied first, e.g. 1/255
 * @param mean one a channel, or a single one for all
 * @param std one a channel, or a single one for all; not 0
 * @param reversed whether the channels come last to first, as BGR; mean and std are in that order then
 */
public record Preprocessing(String name, double scale, List<Double> mean, List<Double> std, boolean reversed) {
    private static final double UNIT = 1 / 255.0;
    private static final String CUSTOM = "custom";

    /** Channels in their order. */
    public Preprocessing(String name, double scale, List<Double> mean, List<Double> std) {
        this(name, scale, mean, std, false);
    }

    public Preprocessing {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (!Double.isFinite(scale) || scale == 0) {
            throw new SpecException("scale", scale, "a number other than 0");
        }
        if (mean.isEmpty() || mean.stream().anyMatch(m -> !Double.isFinite(m))) {
            throw new SpecException("mean", mean, "one number, or one a channel");
        }
        if (std.isEmpty() || std.stream().anyMatch(s -> !(s > 0) || s.isInfinite())) {
            throw new SpecException("std", std, "one number above 0, or one a channel");
        }
    }

    /** Names of all presets. */
    public static List<String> presets() {
        return List.of("cifar10", "cifar10-own", "cifar100", "imagenet", "mnist", "raw", "unit", "signed", "caffe");
    }

    /**
     * The preset of that name. {@code cifar10} has ImageNet's statistics, which the ResNets of akamaster and others for
     * CIFAR-10 were trained with; {@code cifar10-own} has those of CIFAR-10's own images. {@code signed} is -1 to 1, as
     * TensorFlow's networks take it; {@code caffe} subtracts whole numbers from 0 to 255 in the order blue, green, red.
     *
     * @throws SpecException if there is none
     */
    public static Preprocessing preset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "cifar10-own" -> new Preprocessing(
                    name, UNIT, List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616));
            case "signed" -> new Preprocessing(name, UNIT, List.of(0.5), List.of(0.5));
            case "caffe" -> new Preprocessing(name, 1, List.of(104.0, 117.0, 123.0), List.of(1.0), true);
            case "cifar10", "imagenet" -> new Preprocessing(
                    name, UNIT, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
            case "cifar100" -> new Preprocessing(
                    name, UNIT, List.of(0.5071, 0.4865, 0.4409), List.of(0.2673, 0.2564, 0.2762));
            case "mnist" -> new Preprocessing(name, UNIT, List.of(0.1307), List.of(0.3081));
            case "raw" -> new Preprocessing(name, 1, List.of(0.0), List.of(1.0));
            case "unit" -> new Preprocessing(name, UNIT, List.of(0.0), List.of(1.0));
            default -> throw new SpecException("preprocessing", name, "one of " + String.join(", ", presets()));
        };
    }

    /** Numbers of one's own. */
    public static Preprocessing custom(double scale, List<Double> mean, List<Double> std) {
        return new Preprocessing(CUSTOM, scale, mean, std);
    }

    /** Whether both turn the same pixels into the same input; their names say nothing of it. */
    public boolean sameNumbers(Preprocessing other) {
        return scale == other.scale && mean.equals(other.mean) && std.equals(other.std) && reversed == other.reversed;
    }

    /** The preset's name, or the numbers. */
    public String words() {
        return presets().contains(name)
                ? name
                : "scale " + scale + " mean " + mean + " std " + std + (reversed ? " last channel first" : "");
    }

    /** Part of a trial's identity, so of one form for ever. */
    @Override
    public String toString() {
        return "Preprocessing[name=" + name + ", scale=" + scale + ", mean=" + mean + ", std=" + std
                + (reversed ? ", reversed" : "") + "]";
    }

    /**
     * Turns one image's raw pixels into input values in place.
     *
     * @param pixels raw pixels, channels first, from {@code offset} on; overwritten
     */
    public void applyInPlace(float[] pixels, int offset, int channels, int pixelsPerChannel) {
        if (reversed) {
            reverse(pixels, offset, channels, pixelsPerChannel);
        }
        for (int c = 0; c < channels; c++) {
            float gain = (float) (scale / std.get(c % std.size()));
            float shift = (float) (-mean.get(c % mean.size()) / std.get(c % std.size()));
            int from = offset + c * pixelsPerChannel;
            for (int i = from; i < from + pixelsPerChannel; i++) {
                pixels[i] = pixels[i] * gain + shift;
            }
        }
    }

    private static void reverse(float[] pixels, int offset, int channels, int pixelsPerChannel) {
        for (int low = 0, high = channels - 1; low < high; low++, high--) {
            for (int i = 0; i < pixelsPerChannel; i++) {
                int one = offset + low * pixelsPerChannel + i;
                int other = offset + high * pixelsPerChannel + i;
                float kept = pixels[one];
                pixels[one] = pixels[other];
                pixels[other] = kept;
            }
        }
    }
}
