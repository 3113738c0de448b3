package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.support.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets: a sentence, exit code 3, no stack trace, nothing written. */
class BadInputTest {
    private static final String SAMPLE = System.getProperty("sample.data");
    private static final String MODEL = SAMPLE + "/model.onnx";
    private static final String IMAGES = SAMPLE + "/evaluation.bin";
    private static final String CALIBRATION = SAMPLE + "/calibration.bin";

    @TempDir
    Path folder;

    private void refused(String saying, String... args) throws IOException {
        CliHarness.Answer answer = CliHarness.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains(saying).doesNotContain("Exception", "\tat ");
        assertThat(answer.out()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().contains(".tmp"))).isEmpty();
        }
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void modelsThatAreNone() throws IOException {
        byte[] good = Files.readAllBytes(Path.of(MODEL));
        refused("empty", "inspect", file("empty.onnx", new byte[0]));
        refused(
                "Git LFS",
                "inspect",
                file(
                        "lfs.onnx",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
                                .getBytes(StandardCharsets.UTF_8)));
        refused("text", "inspect", file("text.onnx", "just some words\n".getBytes(StandardCharsets.UTF_8)));
        refused("zip", "inspect", file("zip.onnx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}));
        String cut = file("cut.onnx", Arrays.copyOf(good, good.length / 2));
        refused("cut.onnx", "inspect", cut);
        assertThat(CliHarness.run("inspect", cut).err())
                .as("words of a library")
                .doesNotContain("protocol", "..");
        refused("does not exist", "inspect", folder.resolve("nowhere.onnx").toString());
    }

    /** Whatever files call a setting: people look for what they wrote. */
    @Test
    void settingsAreCalledAsTheyWereWritten() throws IOException {
        String[] base = {"evaluate", MODEL, "--images", IMAGES, "--drift", "0.1"};
        refused("--circuit slice-bits is 9, but must be", with(base, "--circuit", "slices=2,slice-bits=9"));
        refused("--circuit slices is 2.5, but", with(base, "--circuit", "slices=2.5"));
        refused("bits of each, is 40, but must be 32 or fewer", with(base, "--circuit", "slices=8,slice-bits=5"));
        refused("--levels is 4, but must be 0 with bit slices", with(base, "--levels", "4", "--circuit", "slices=8"));
        refused("--g-max is -1, but", with(base, "--g-max", "-1"));
        refused(
                "--rank is 0, but",
                "calibrate",
                MODEL,
                "--images",
                IMAGES,
                "--calibration",
                CALIBRATION,
                "--rank",
                "0");
    }

    @Test
    void commandsThatAreNone() {
        misused(
                "--wire-node is 22, but must be 22nm, with its unit: one of ideal, 130nm",
                "evaluate",
                MODEL,
                "--images",
                IMAGES,
                "--wire-node",
                "22");
        misused("parameter for option '--against'", "figure", folder.toString(), "--against");
        misused("for option '--against'", "figure", folder.toString(), "--against", "rank");
        misused(
                "leave DIR and --y out",
                "figure",
                folder.toString(),
                "--against",
                "rank=1",
                "--out",
                folder + "/f.svg");
        misused("options such as --drift go with a command", "--drift", "0.2");
        misused("options such as --drift go with a command", MODEL, "--drift", "0.2");
        misused("options such as --rank go with a command", MODEL, IMAGES, "--rank=1", "--drift", "0.2");
        misused("Did you mean", "evaluat", MODEL);
        misused("there is no such file, and no such command", "no-such.onnx");
    }

    /** What a command reads is never written over, whatever it is called; nor through links. */
    @Test
    void nothingThatIsReadIsWrittenOver() throws IOException {
        Path model = Files.copy(Path.of(MODEL), folder.resolve("own.onnx"));
        Path images = Files.copy(Path.of(CALIBRATION), folder.resolve("own.bin"));
        Path link = Files.createSymbolicLink(folder.resolve("link.npz"), model);
        byte[] before = Files.readAllBytes(model);
        String own = model.toString();
        String kept = "must be another file than the one that is read";
        refused(kept, "export", own, "--drift", "0.2", "--out", own);
        refused(kept, "chip", "export", own, "--out", link.toString());
        refused(kept, "calibrate", own, "--images", IMAGES, "--calibration", CALIBRATION, "--save", own);
        refused(kept, "statistics", own, "--images", images.toString(), "--out", images.toString());
        Path archive = folder.resolve("own.sqlite");
        RunArchive.open(archive).close();
        byte[] trials = Files.readAllBytes(archive);
        refused(kept, "archive", "export", "--archive", archive.toString(), "--out", archive.toString());
        assertThat(Files.readAllBytes(model)).isEqualTo(before);
        assertThat(Files.readAllBytes(images)).isEqualTo(Files.readAllBytes(Path.of(CALIBRATION)));
        assertThat(Files.readAllBytes(archive)).isEqualTo(trials);
    }

    @Test
    void oneThingIsNotToldTwice() throws IOException {
        refused("--where has seed twice", "archive", "list", "--where", "seed=1", "--where", "seed=2");
        refused("--circuit has slices twice", "evaluate", MODEL, "--images", IMAGES, "--circuit", "slices=2,slices=3");
    }

    @Test
    void conductancesThatNoCellHas() throws IOException {
        for (String value : new String[] {"1e39", "1e-300", "NaN"}) {
            refused("--g-max is", "evaluate", MODEL, "--images", IMAGES, "--drift", "0.1", "--g-max", value);
        }
    }

    @Test
    void everyCommandTellsTheVersion() {
        for (String[] words : new String[][] {{"--version"}, {"evaluate", "--version"}, {"archive", "list", "-V"}}) {
            CliHarness.Answer answer = CliHarness.run(words);
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out()).startsWith("Driftscope 0.");
        }
    }

    private static void misused(String saying, String... args) {
        CliHarness.Answer answer = CliHarness.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(answer.err()).contains(saying).doesNotContain("option option", "Exception");
        assertThat(answer.err().contains("Did you mean")).isEqualTo(saying.equals("Did you mean"));
    }

    /** What a circuit is that its settings do not seem to say. */
    @Test
    void circuitsThatAreNotWhatTheySeem() {
        assertThat(noted("slices=1")).contains("One bit slice holds all of a weight in 2 bits.");
        assertThat(noted("slices=1,slice-bits=1")).contains("in 1 bit.");
        assertThat(noted("slice-bits=4")).contains("Bits of a slice change nothing without slices");
        assertThat(noted("slices=8,slice-bits=2")).doesNotContain("lice");
    }

    private static String noted(String circuit) {
        CliHarness.Answer answer = CliHarness.run(
                "evaluate", MODEL, "--images", IMAGES, "--limit", "20", "--drift", "0.1", "--circuit", circuit);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.err();
    }

    @Test
    void settingsThatExcludeEachOther() throws IOException {
        refused("--g-min", "evaluate", MODEL, "--images", IMAGES, "--drift", "0.1", "--on-off", "10", "--g-min", "5");
    }

    @Test
    void imagesThatAreNone() throws IOException {
        byte[] good = Arrays.copyOf(Files.readAllBytes(Path.of(IMAGES)), 3 * 3073);
        refused("0", "evaluate", MODEL, "--images", file("empty.bin", new byte[0]));
        refused("cut.bin", "evaluate", MODEL, "--images", file("cut.bin", Arrays.copyOf(good, 5000)));
        good[3073] = 99;
        refused("99", "evaluate", MODEL, "--images", file("label.bin", good));
    }

    @Test
    void settingsOutOfRange() throws IOException {
        String[] base = {"calibrate", MODEL, "--images", IMAGES, "--calibration", CALIBRATION, "--limit", "10"};
        refused("rank", with(base, "--rank", "0"));
        refused("samples", with(base, "--samples", "1000000"));
        refused("drift", with(base, "--drift", "7"));
        refused("on/off", with(base, "--on-off", "0.5"));
        refused("layers", with(base, "--layers", "nosuchlayer"));
        refused("threads", with(base, "--threads", "0"));
    }

    private static String[] with(String[] base, String... more) {
        return Stream.of(base, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void overlappingSetsAreWarnedOf() throws IOException {
        String copy = file("copy.bin", Files.readAllBytes(Path.of(IMAGES)));
        CliHarness.Answer answer = CliHarness.run(
                "calibrate", MODEL, "--images", IMAGES, "--calibration", copy, "--limit", "20", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("20 images are in both");
    }

    @Test
    void oneSetForBothIsPartedAndSaysSo() {
        CliHarness.Answer answer = CliHarness.run(
                "calibrate", MODEL, "--images", IMAGES, "--calibration", IMAGES, "--limit", "20", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("The last 400 images of evaluation.bin are set apart to calibrate with")
                .doesNotContain("in both");
    }

    @Test
    void preprocessingThatDoesNotFitIsWarnedOf() {
        CliHarness.Answer answer =
                CliHarness.run("evaluate", MODEL, "--images", IMAGES, "--limit", "300", "--std", "1000", "--json");
        assertThat(answer.err()).contains("near chance", "preprocessing");
    }

    @Test
    void aFaultOfOursNamesTheLogWhereItReallyIs() {
        String before = System.getProperty("driftscope.home");
        System.setProperty("driftscope.home", "elsewhere");
        try {
            StringWriter err = new StringWriter();
            int exit = DriftscopeCli.report(
                    new IllegalArgumentException("oops"), new CancelToken(), new PrintWriter(err, true));
            assertThat(exit).isEqualTo(ExitCodes.UNEXPECTED);
            assertThat(err.toString())
                    .contains("oops")
                    .contains(Path.of("elsewhere", "logs").toString());
        } finally {
            if (before == null) {
                System.clearProperty("driftscope.home");
            } else {
                System.setProperty("driftscope.home", before);
            }
        }
    }

    @Test
    void unknownOptionsAreUsageErrors() {
        assertThat(CliHarness.run("inspect", MODEL, "--nosuchoption").exitCode())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void placesForResultsAreLookedAtBeforeAnythingElse() throws IOException {
        String aFolder = folder.toString();
        String missing = folder.resolve("no.sqlite").toString();
        refused("it is a folder", "archive", "export", "--archive", missing, "--out", aFolder);
        refused("it is a folder", "figure", "--archive", missing, "--out", aFolder);
        refused("it is a folder", "figure", "--archive", missing, "--out", "/");
        refused("is no folder", "archive", "export", "--archive", missing, "--out", MODEL + "/trials.csv");
    }

    @Test
    void experimentFilesAreRefusedWithLineAndColumn() throws IOException {
        String unknown = file("a.yaml", "drift: 0.2\nrnak: 4\n".getBytes(StandardCharsets.UTF_8));
        refused(
                "line 2, column 1",
                "run",
                unknown,
                "--out",
                folder.resolve("out").toString());
        String range = file("b.yaml", "rank: [1, 0]\n".getBytes(StandardCharsets.UTF_8));
        refused("rank", "run", range, "--out", folder.resolve("out").toString());
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
