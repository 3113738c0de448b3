package org.driftscope.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.io.device.DeviceFuzz;
import org.driftscope.io.onnx.OnnxFuzz;

/**
 * Fuzzes each reader in a process of its own for the same time, prints how often it ran, and fails where one found
 * something. Corpora grow in {@code target/fuzz}; the small ones in {@code src/fuzz/corpus} are where they start.
 */
public final class FuzzAll {
    private static final List<Class<?>> TARGETS = List.of(
            ExperimentFuzz.class,
            SessionFuzz.class,
            ArchivedTrialFuzz.class,
            ArchiveFuzz.class,
            SafetensorsFuzz.class,
            ImagesFuzz.class,
            DeviceFuzz.class,
            FolderFuzz.class,
            OnnxFuzz.class);
    private static final int MOST_FINDINGS = 20;
    private static final Pattern FINDING = Pattern.compile("^== Java Exception: .*$", Pattern.MULTILINE);
    private static final Pattern RUNS = Pattern.compile("number_of_executed_units:\\s*(\\d+)");

    private static final Pattern PROGRESS = Pattern.compile("^#(\\d+)\\s", Pattern.MULTILINE);

    private FuzzAll() {}

    /** @param args seconds for each reader; then, optionally, the only readers to run, by simple class name */
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(args[0]);
        List<String> only = List.of(args).subList(1, args.length);
        List<String> found = new ArrayList<>();
        long all = 0;
        for (Class<?> target : TARGETS) {
            if (only.isEmpty() || only.contains(target.getSimpleName())) {
                Path log = folder(target).resolve("log.txt");
                int exit = fuzz(target, seconds, log);
                String said = Files.readString(log, StandardCharsets.ISO_8859_1);
                long runs = runs(said);
                all += runs;
                boolean sound = exit == 0 && !FINDING.matcher(said).find();
                System.out.printf("%s: %,d executions, %s%n", target.getSimpleName(), runs, sound ? "no finding" : "FOUND, see " + log);
                if (!sound) {
                    found.add(target.getSimpleName());
                }
            }
        }
        System.out.printf("%,d executions in all%n", all);
        if (!found.isEmpty()) {
            System.exit(1);
        }
    }

    private static Path folder(Class<?> target) throws IOException {
        return Files.createDirectories(Path.of("target", "fuzz", target.getSimpleName()));
    }

    private static int fuzz(Class<?> target, int seconds, Path log) throws IOException, InterruptedException {
        Path grown = Files.createDirectories(folder(target).resolve("corpus"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.driftscope.**",
                "--custom_hook_includes=org.driftscope.**",
                "--trace=cov:cmp",
                "--keep_going=" + MOST_FINDINGS,
                "--reproducer_path=" + folder(target),
                "-max_total_time=" + seconds,
                "-timeout=120",
                "-len_control=0",
                "-max_len=2000",
                "-rss_limit_mb=6000",
                "-print_final_stats=1",
                "-artifact_prefix=" + folder(target) + "/",
                grown.toString()));
        Path small = Path.of("src", "fuzz", "corpus", target.getSimpleName());
        if (Files.isDirectory(small)) {
            command.add(small.toString());
        }
        ProcessBuilder process = new ProcessBuilder(command);
        // tiny arrays: handing them to other threads costs more than the work
        process.environment().put("OMP_NUM_THREADS", "1");
        process.environment().put("OPENBLAS_NUM_THREADS", "1");
        return process.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** How often it ran, as it says at its end or, where it was stopped by a finding, at the last sign of life. */
    private static long runs(String log) {
        long end = greatest(RUNS.matcher(log));
        return end > 0 ? end : greatest(PROGRESS.matcher(log));
    }

    private static long greatest(Matcher counts) {
        return counts.results().mapToLong(count -> Long.parseLong(count.group(1))).max().orElse(0);
    }
}
