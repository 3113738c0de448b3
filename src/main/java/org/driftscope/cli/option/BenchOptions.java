package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model, the images to score with and how their pixels are prepared. */
public final class BenchOptions {
    @Parameters(paramLabel = "MODEL", description = "ONNX file, opset 6 or later.")
    public Path model;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--images",
            paramLabel = "DATA",
            description = "Labelled images: CIFAR-10/100 binary, IDX (plain or gz), NPZ, or a folder per class.")
    @Nullable
    public Path images;

    @Option(names = "--limit", paramLabel = "N", description = "Use a random sample of N images, always the same.")
    @Nullable
    Integer limit;

    @Option(
            names = "--preprocess",
            paramLabel = "P",
            description =
                    "cifar10 (ImageNet's mean and deviation), cifar10-own (those of CIFAR-10), cifar100, imagenet, mnist,"
                            + " raw (0..255), unit (0..1), signed (-1..1) or caffe (BGR, 0..255 less its mean); default:"
                            + " the one that scores best on up to 100 images.")
    @Nullable
    String preprocess;

    @Option(
            names = "--mean",
            split = ",",
            paramLabel = "M",
            description = "Mean to subtract after scaling, one a channel.")
    List<Double> mean = new ArrayList<>();

    @Option(names = "--std", split = ",", paramLabel = "S", description = "Deviation to divide by, one a channel.")
    List<Double> std = new ArrayList<>();

    @Option(names = "--scale", paramLabel = "K", description = "Factor on raw pixels, before mean and std.")
    @Nullable
    Double scale;

    /** Opens what was named; @param calibration images to calibrate on, or null. */
    public OpenedBench open(int threads, @Nullable Path calibration) {
        return files(calibration).open(threads);
    }

    /** What was named. @throws ParameterException without images */
    public BenchFiles files(@Nullable Path calibration) {
        if (images == null) {
            throw new ParameterException(command.commandLine(), "Missing required option: '--images=DATA'");
        }
        if (limit != null && limit < 1) {
            throw new SpecException("--limit", limit, "1 or more");
        }
        PreprocessingChoice.Request request = new PreprocessingChoice.Request(preprocess, scale, mean, std);
        return new BenchFiles(model, images, calibration, request, limit == null ? 0 : limit);
    }
}
