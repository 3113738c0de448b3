package org.driftscope.cli.option;

import java.io.PrintWriter;
import org.driftscope.cli.output.ProgressBar;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;
import picocli.CommandLine.Option;

/** What every command takes: form of the answer and threads. */
public final class OutputOptions {
    @Option(names = "--json", description = "Print one JSON document on stdout and nothing else there.")
    public boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads (default: all cores). The same count gives exactly the same numbers.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "No progress bar.")
    boolean quiet;

    public int threads() {
        if (threads < 1 || threads > 1024) {
            throw new SpecException("--threads", threads, "1 to 1024");
        }
        return threads;
    }

    /** A bar on stderr where that is a terminal. */
    public Progress progress(PrintWriter err) {
        return quiet || System.console() == null ? Progress.none() : new ProgressBar(err);
    }
}
