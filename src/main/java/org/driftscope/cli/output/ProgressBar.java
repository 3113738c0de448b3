package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import org.driftscope.support.PlainText;
import org.driftscope.support.Progress;

/** Draws progress as one line that is written over again, with the time left where that is known. */
public final class ProgressBar implements Progress {
    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final TimeLeft left = new TimeLeft(System::nanoTime);
    private long lastDrawn;
    private int lastLength;

    public ProgressBar(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void report(String stage, long done, long total) {
        long now = System.nanoTime();
        boolean finished = done >= total;
        String timeLeft = left.after(stage, done, total);
        if (!finished && now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        int filled = (int) (WIDTH * Math.min(done, total) / Math.max(1, total));
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3d %% %s%s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                100 * Math.min(done, total) / Math.max(1, total),
                PlainText.of(stage),
                timeLeft.isEmpty() ? "" : ", " + timeLeft);
        err.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
        if (finished) {
            err.print("\r" + " ".repeat(line.length()) + "\r");
        }
        err.flush();
        lastLength = finished ? 0 : line.length();
    }
}
