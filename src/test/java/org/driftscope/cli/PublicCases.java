package org.driftscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Models and images made after reports of other programs' users, in the folder of the system property shared.cases. */
final class PublicCases {
    private static final Path FOLDER = Path.of(System.getProperty(
                    "shared.cases",
                    Path.of(System.getProperty("shared.data", "none"))
                            .resolveSibling("cases")
                            .toString()))
            .resolve("public");

    private PublicCases() {}

    /** What a command did. @param json its document, or missing */
    record Ran(int exit, JsonNode json, String errors) {}

    /** The folders of a kind; skips the test where the cases are not there. */
    static List<Path> of(String kind) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no cases at " + FOLDER);
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(kind))
                    .sorted()
                    .toList();
        }
    }

    static Ran run(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = DriftscopeCli.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ran(exit, new ObjectMapper().readTree(out.toString()), err.toString());
    }

    static Ran evaluate(Path folder) throws IOException {
        return run(
                "evaluate",
                folder.resolve("model.onnx").toString(),
                "--images",
                images(folder),
                "--preprocess",
                "unit",
                "--json");
    }

    static Ran calibrate(Path folder, String method, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "calibrate",
                folder.resolve("model.onnx").toString(),
                "--images",
                images(folder),
                "--calibration",
                images(folder)));
        String settings = "--preprocess unit --drift 0.2 --seed 7 --samples 5 --rank 2 --json --method " + method;
        arguments.addAll(List.of(settings.split(" ")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static String images(Path folder) {
        return folder.resolve("images.npz").toString();
    }
}
