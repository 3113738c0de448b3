package org.driftscope.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong now = new AtomicLong();
    private final TimeLeft left = new TimeLeft(now::get);

    private String after(double seconds, String stage, long done, long total) {
        now.set((long) (seconds * 1e9));
        return left.after(stage, done, total);
    }

    @Test
    void whatCameFromTheArchiveAtOnceIsNoPace() {
        assertThat(after(0, "Trials", 50, 100)).isEmpty();
        assertThat(after(10, "Trials", 60, 100)).isEqualTo("40 s left");
    }

    @Test
    void minutesAndHoursAreWrittenAsSuch() {
        assertThat(after(0, "Trials", 0, 1000)).isEmpty();
        assertThat(after(13, "Trials", 100, 1000)).isEqualTo("1:57 min left");
        assertThat(after(1300, "Trials", 101, 1000)).isEqualTo("3:12 h left");
    }

    @Test
    void nothingIsSaidTooEarlyAtTheEndOrOfTheStageBefore() {
        after(0, "Trials", 0, 10);
        assertThat(after(1, "Trials", 5, 10)).isEmpty();
        assertThat(after(5, "Trials", 10, 10)).isEmpty();
        assertThat(after(6, "Figures", 1, 10)).isEmpty();
        assertThat(after(20, "Trials", 1, 10)).isEmpty();
    }
}
