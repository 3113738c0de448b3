package org.driftscope.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * The preprocessing to use, and why.
 *
 * @param preprocessing fits the images' channels
 * @param asked whether the user asked for it; if not, it is a guess
 * @param sentence for the user: which and why
 */
public record PreprocessingChoice(Preprocessing preprocessing, boolean asked, String sentence) {
    private static final String RAW = "raw";
    private static final int RGB = 3;
    /** Larger images are no CIFAR's. */
    private static final int PHOTOGRAPH_SIDE = 128;

    /**
     * What the user may give; nothing is as good as everything.
     *
     * @param preset a preset's name, or null
     * @param scale factor of the raw pixels, or null for 1/255 where mean or std are given
     * @param mean one number or one a channel; empty if not given
     * @param std one number or one a channel; empty if not given
     * @param certain whether it is known to be right, so that no other is tried beside it
     */
    public record Request(
            @Nullable String preset, @Nullable Double scale, List<Double> mean, List<Double> std, boolean certain) {
        public Request {
            mean = List.copyOf(mean);
            std = List.copyOf(std);
        }

        /** What a user gives, who may be wrong. */
        public Request(@Nullable String preset, @Nullable Double scale, List<Double> mean, List<Double> std) {
            this(preset, scale, mean, std, false);
        }

        /** Nothing given. */
        public static Request none() {
            return new Request(null, null, List.of(), List.of());
        }

        /** A preset. */
        public static Request preset(String name) {
            return new Request(name, null, List.of(), List.of());
        }

        /** A preset that is known to be right, as that of files which come with the program. */
        public static Request certain(String name) {
            return new Request(name, null, List.of(), List.of(), true);
        }

        /** What gives a preprocessing again. */
        public static Request of(Preprocessing known) {
            boolean preset = Preprocessing.presets().contains(known.name())
                    && Preprocessing.preset(known.name()).sameNumbers(known);
            return preset ? preset(known.name()) : new Request(null, known.scale(), known.mean(), known.std());
        }

        /** The same, known to be right: no other is tried against it. */
        public Request sure() {
            return new Request(preset, scale, mean, std, true);
        }

        /** Whether both give the same, however sure. */
        public boolean sameAs(Request other) {
            return Objects.equals(preset, other.preset)
                    && Objects.equals(scale, other.scale)
                    && mean.equals(other.mean)
                    && std.equals(other.std);
        }

        /** Whether nothing is given. */
        public boolean isNone() {
            return preset == null && !custom();
        }

        boolean custom() {
            return scale != null || !mean.isEmpty() || !std.isEmpty();
        }
    }

    /**
     * The user's choice where there is one, else what the data suggests.
     *
     * @throws SpecException if a name or number is out of range, both a preset and numbers are given, or there are
     *     numbers for another count of channels than the images have
     */
    public static PreprocessingChoice of(Request request, ImageSource images) {
        if (request.preset() != null && request.custom()) {
            throw new SpecException(
                    "preprocess", request.preset(), "left out where mean, std or scale are given, or given alone");
        }
        if (request.custom()) {
            return checked(custom(request), true, "as the mean, std and scale given", images);
        }
        String preset = request.preset();
        if (preset != null) {
            return checked(Preprocessing.preset(preset), true, "as asked", images);
        }
        String suggested = images.suggestedPreprocessing();
        return checked(
                Preprocessing.preset(suggested), false, "which the content of " + images.name() + " suggests", images);
    }

    /**
     * What networks for such images usually take, the likeliest first; several names of the same numbers count once. Of
     * values that are no pixels, only they themselves.
     */
    public static List<Preprocessing> plausible(ImageSource images) {
        String suggested = images.suggestedPreprocessing();
        if (suggested.equals(RAW)) {
            return List.of(Preprocessing.preset(suggested));
        }
        List<Preprocessing> distinct = new ArrayList<>();
        for (String name : names(suggested, images)) {
            Preprocessing preset = Preprocessing.preset(name);
            if (distinct.stream().noneMatch(preset::sameNumbers)) {
                distinct.add(preset);
            }
        }
        return distinct;
    }

    private static List<String> names(String suggested, ImageSource images) {
        List<String> names = new ArrayList<>(List.of(suggested));
        if (images.channels() == 1) {
            names.add("mnist");
        } else if (images.channels() == RGB) {
            names.add("imagenet");
            names.add("caffe");
            if (Math.max(images.height(), images.width()) < PHOTOGRAPH_SIDE) {
                names.add("cifar10-own");
                names.add("cifar100");
            }
        }
        names.addAll(List.of("unit", "signed", RAW));
        return names;
    }

    private static Preprocessing custom(Request request) {
        Double scale = request.scale();
        return Preprocessing.custom(
                scale == null ? 1 / 255.0 : scale,
                request.mean().isEmpty() ? List.of(0.0) : request.mean(),
                request.std().isEmpty() ? List.of(1.0) : request.std());
    }

    private static PreprocessingChoice checked(
            Preprocessing preprocessing, boolean asked, String why, ImageSource images) {
        requireChannels("mean", preprocessing.mean(), preprocessing, images);
        requireChannels("std", preprocessing.std(), preprocessing, images);
        String sentence = "Preprocessing is " + preprocessing.name() + ", " + why + ".";
        return new PreprocessingChoice(preprocessing, asked, sentence);
    }

    private static void requireChannels(
            String field, List<Double> values, Preprocessing preprocessing, ImageSource images) {
        if (values.size() != 1 && values.size() != images.channels()) {
            throw new SpecException(
                    field + " of preprocessing " + preprocessing.name(),
                    values,
                    "one number, or one for each of the " + images.channels() + " channels of " + images.name());
        }
    }
}
