package org.driftscope.experiment.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;

/**
 * Fills an archive with made-up trials through the code that keeps real ones, to measure how it scales: {@code ManyTrials FILE
 * ROWS}. Nine in ten belong to the study "grid", the others to studies of 1,000 each.
 */
public final class ManyTrials {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 1000;
    private static final List<Method> METHODS = List.of(Method.DORA, Method.LORA, Method.VERA);
    private static final double[] DRIFTS = {0.05, 0.1, 0.15, 0.2, 0.25};

    private static final String SEED = '"' + DriftSettings.SEED.name() + '"';
    private static final String PROVENANCE = provenance();
    private static final Map<String, String> SPECS = new HashMap<>();

    private ManyTrials() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[1]);
        long start = System.nanoTime();
        try (RunArchive archive = RunArchive.open(Path.of(args[0]))) {
            for (int from = 0; from < rows; from += BATCH) {
                archive.putAll(batch(from, Math.min(rows, from + BATCH)), false);
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        double cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "%d rows in %.1f s, %.0f a second, %.1f s of CPU time%n",
                rows,
                seconds,
                rows / seconds,
                cpu);
    }

    /** Trials of those numbers; the same number is the same trial. */
    public static List<ArchivedTrial> batch(int from, int to) throws Exception {
        List<ArchivedTrial> trials = new ArrayList<>();
        for (int i = from; i < to; i++) {
            trials.add(trial(i));
        }
        return trials;
    }

    private static ArchivedTrial trial(int index) throws Exception {
        double drift = DRIFTS[index / METHODS.size() % DRIFTS.length];
        long rank = 1L << index / 15 % 4;
        String key = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(("trial " + index).getBytes(StandardCharsets.UTF_8)));
        return ArchivedTrial.finished(
                key,
                index % 10 == 9 ? "part " + index / 10_000 : "grid",
                Instant.parse("2026-01-01T00:00:00.001Z")
                        .plusMillis(250L * index)
                        .toString(),
                spec(METHODS.get(index % METHODS.size()), drift, rank)
                        .replace(SEED + ":0,", SEED + ":" + index / 60 + ","),
                PROVENANCE,
                outcome(index, drift, rank));
    }

    /** With the seed 0. */
    private static String spec(Method method, double drift, long rank) throws Exception {
        String kept = SPECS.get(method.id() + drift + rank);
        if (kept != null) {
            return kept;
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put(CalibrationSettings.METHOD.name(), method.id());
        asked.put(CalibrationSettings.RANK.name(), rank);
        asked.put(DriftSettings.DRIFT.name(), drift);
        asked.put(DriftSettings.SEED.name(), 0L);
        String made = JSON.writeValueAsString(Settings.values(Settings.with(ExperimentSpec.defaults(), asked)));
        SPECS.put(method.id() + drift + rank, made);
        return made;
    }

    private static TrialOutcome outcome(int index, double drift, long rank) {
        // in the order of the list; made up, but as long as real ones
        double noise = (index * 2_654_435_761L % 10_007) / 100_070.0;
        double[] known = {
            1000,
            0.916,
            0.9 - 2.5 * drift + noise,
            0.8 + noise,
            1200 * rank,
            0.44 * rank,
            19_200 * rank,
            0,
            0.25 + noise
        };
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < TrialColumns.all().size(); i++) {
            numbers.put(TrialColumns.all().get(i).name(), i < known.length ? known[i] : 100.0 * i + noise);
        }
        return new TrialOutcome(numbers, "");
    }

    private static String provenance() {
        String hash = "05da5d0224963edef0c596b2a2f1e26ba60c592d795745ba611a926deab1fab6";
        return "{\"version\":\"0.1.0\",\"commit\":\"a1512b60a98cdb4bc2dd7432eb2ac50f7523a871\",\"java\":\"17.0.15\","
                + "\"os\":\"Linux amd64\",\"nd4j\":\"1.0.0-M2.1\",\"threads\":2,\"modelSha256\":\"" + hash
                + "\",\"imagesSha256\":\"" + hash + "\",\"calibrationSha256\":\"" + hash
                + "\",\"modelName\":\"model.onnx\",\"analogLayers\":22,\"imagesName\":\"evaluation.bin\","
                + "\"calibrationName\":\"calibration.bin\",\"preprocessing\":{\"name\":\"cifar10\",\"scale\":"
                + "0.00392156862745098,\"mean\":[0.485,0.456,0.406],\"std\":[0.229,0.224,0.225],\"reversed\":false}}";
    }
}
