package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.driftscope.experiment.Provenance;
import org.driftscope.ui.help.Fact;

/**
 * What this program can say of itself.
 *
 * @param version of the program
 * @param logs folder of the log files
 * @param browser shows a folder to the user
 */
record Program(String version, Path logs, Consumer<Path> browser) {
    private static final double MEBI = 1 << 20;

    void showLogs() {
        browser.accept(logs);
    }

    List<Fact> facts() {
        return List.of(
                new Fact("Version", version),
                new Fact("Commit", Provenance.buildCommit()),
                new Fact("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor")),
                new Fact("ND4J", Provenance.nd4jVersion()),
                new Fact("System", System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                new Fact("Memory", memory()),
                new Fact("Log files", logs.toString()));
    }

    private static String memory() {
        String heap = String.format(
                Locale.US, "up to %,.0f MB of Java heap", Runtime.getRuntime().maxMemory() / MEBI);
        String inAll = System.getProperty("org.bytedeco.javacpp.maxphysicalbytes", "");
        if (inAll.isEmpty()) {
            return heap;
        }
        // as it was given: 6g, or bytes
        boolean bytes = inAll.matches("\\d+");
        return heap + ", "
                + (bytes
                        ? String.format(Locale.US, "%,.0f MB", Long.parseLong(inAll) / MEBI)
                        : inAll.toUpperCase(Locale.ROOT) + "B")
                + " in all";
    }
}
