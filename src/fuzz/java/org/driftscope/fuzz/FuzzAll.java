package org.driftscope.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            SafetensorsFuzz.class,
            ImagesFuzz.class,
            OnnxFuzz.class);
    private static final Pattern RUNS = Pattern.compile("number_of_executed_units:\\s*(\\d+)");

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
                long runs = runs(log);
                all += runs;
                System.out.printf("%s: %,d executions, %s%n", target.getSimpleName(), runs, exit == 0 ? "no finding" : "FOUND, see " + log);
                if (exit != 0) {
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
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.driftscope.**",
                "--custom_hook_includes=org.driftscope.**",
                "-max_total_time=" + seconds,
                "-timeout=20",
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
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static long runs(Path log) throws IOException {
        Matcher matcher = RUNS.matcher(Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
