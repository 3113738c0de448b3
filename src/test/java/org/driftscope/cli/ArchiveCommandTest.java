package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.archive.ManyTrials;
import org.driftscope.experiment.archive.RunArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing and exporting many trials, each as it comes. */
class ArchiveCommandTest {
    private static final int ROWS = 1200;

    @TempDir
    Path folder;

    @BeforeEach
    void trials() throws Exception {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.putAll(ManyTrials.batch(0, ROWS), false);
        }
    }

    private CliHarness.Answer archive(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "archive", command, "--archive", folder.resolve("runs.sqlite").toString()));
        all.addAll(List.of(more));
        return CliHarness.run(all.toArray(String[]::new));
    }

    private List<String> lines(String... more) {
        return archive("list", more).out().lines().toList();
    }

    @Test
    void allAreListedWhereNobodyLooksAtATerminal() {
        List<String> lines = lines();
        assertThat(lines).hasSize(2 + ROWS);
        assertThat(lines.get(2)).contains("2026-01-01T00:00:00.001Z");
        assertThat(lines.get(1 + ROWS)).contains("2026-01-01T00:04:59.751Z");
        assertThat(lines("--limit", "0")).isEqualTo(lines);
    }

    @Test
    void aLimitShowsTheNewestAndSaysHowManyThereAre() {
        List<String> all = lines();
        List<String> some = lines("--limit", "3");
        assertThat(some.subList(2, 5)).isEqualTo(all.subList(ROWS - 1, ROWS + 2));
        assertThat(some.get(5)).isEqualTo("The newest 3 of 1,200 trials. --limit 0 lists all.");
        assertThat(lines("--limit", "1200")).isEqualTo(all);
        assertThat(lines("--limit", "3", "--study", "part 0").get(5)).startsWith("The newest 3 of 120 trials.");
        assertThat(lines("--limit", "3", "--where", "rank=4").get(5)).startsWith("The newest 3 trials that fit;");
        assertThat(archive("list", "--limit", "-1").err()).contains("--limit is -1");
    }

    @Test
    void oneDocumentOfJsonHoweverMany() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(archive("list", "--json").out())).hasSize(ROWS);
        assertThat(json.readTree(archive("list", "--json", "--limit", "2").out()))
                .hasSize(2);
        assertThat(archive("list", "--json", "--tag", "none").out().strip()).isEqualTo("[ ]");
    }

    @Test
    void whatAFilterOnSettingsFindsIsWhatItFoundBefore() {
        // 15 of 60 have this rank
        assertThat(lines("--where", "rank=4")).hasSize(2 + ROWS / 4);
        assertThat(lines("--where", "rank=4", "--drift", "0.15")).hasSize(2 + ROWS / 20);
        assertThat(lines("--where", "rank=4", "--method", "dora", "--study", "grid", "--drift", "0.15"))
                .hasSize(2 + ROWS / 60);
        assertThat(lines("--where", "rank=3")).hasSize(2);
    }

    @Test
    void theFormatIsTheNamesEndingUnlessItIsSaid() throws Exception {
        for (String format : List.of("csv", "json", "parquet")) {
            Path byName = folder.resolve("trials." + format);
            Path said = folder.resolve("said." + format + ".txt");
            archive("export", "--out", byName.toString());
            assertThat(archive("export", "--format", format, "--out", said.toString())
                            .out())
                    .contains("Wrote 1200 trials");
            assertThat(said).hasSameBinaryContentAs(byName);
        }
        assertThat(Files.readAllLines(folder.resolve("trials.csv"))).hasSize(1 + ROWS);
        byte[] parquet = Files.readAllBytes(folder.resolve("trials.parquet"));
        assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    }

    @Test
    void theCheckSaysThatAnArchiveIsSound() {
        assertThat(archive("check").out()).contains("is sound, 1,200 trials");
    }
}
