package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks with an operator without a gradient say at once which methods that rules out. */
class GradientGapsTest {
    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writesAModelOfSteps() throws IOException {
        RandomSource random = RandomSource.of(2);
        Network network = new Network(
                "steps.onnx",
                13,
                List.of(
                        Graphs.node("Conv", "conv", "x", "conv.weight"),
                        Graphs.node("Flatten", "flat", "conv"),
                        Graphs.node("Greater", "above", "flat", "zero"),
                        Graphs.node("Cast", "steps", Attributes.of(Map.of("to", 1L)), "above"),
                        Graphs.node("MatMul", "scores", "steps", "fc.weight")),
                Map.of(
                        "conv.weight", Graphs.random(random.child("c"), 2, 1, 3, 3),
                        "fc.weight", Graphs.random(random.child("f"), 8, 2),
                        "zero", Tensor.floats(new float[1])),
                List.of(new ValueShape("x", List.of(-1L, 1L, 4L, 4L))),
                List.of(new ValueShape("scores", List.of(-1L, 2L))),
                "");
        model = folder.resolve("steps.onnx");
        OnnxWriter.write(network, model);
    }

    @Test
    void inspectNamesOperatorsLayersAndMethods() throws IOException {
        PublicCases.Ran ran = PublicCases.run("inspect", model.toString(), "--json");
        assertThat(ran.exit()).as(ran.errors()).isZero();
        assertThat(ran.json().at("/gradients/missing")).hasToString("[\"Greater\"]");
        assertThat(ran.json().at("/gradients/layers")).hasToString("[\"conv\"]");
        assertThat(ran.json().at("/gradients/methods"))
                .hasToString("[\"allocated\",\"sparse\",\"vera-end-to-end\",\"backprop\",\"backprop-adapters\"]");
    }

    @Test
    void aMethodThatNeedsThemIsRefusedBeforeAnythingRuns() throws IOException {
        Path images = folder.resolve("images");
        for (String name : List.of("a", "b")) {
            Files.createDirectories(images.resolve(name));
            for (int i = 0; i < 6; i++) {
                ImageIO.write(
                        new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY),
                        "png",
                        images.resolve(name).resolve(i + ".png").toFile());
            }
        }
        PublicCases.Ran ran = PublicCases.run(
                "calibrate",
                model.toString(),
                "--images",
                images.toString(),
                "--calibration",
                images.toString(),
                "--samples",
                "1",
                "--method",
                "sparse",
                "--preprocess",
                "unit");
        assertThat(ran.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errors())
                .contains("Greater")
                .contains("Choose another method")
                .doesNotContain("near chance");
    }
}
