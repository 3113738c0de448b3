package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.ui.files.StartOffers.Offer;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.session.SessionSummary;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one window leaves, the next one offers. */
class StartOffersTest {
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir
    Path folder;

    private final ImmediateRunner runner = new ImmediateRunner();
    private OpenWindow window;

    @BeforeEach
    void open() {
        window = new OpenWindow(folder, runner).withSample();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<Offer> next() {
        List<Offer> offers = new ArrayList<>();
        new StartOffers(window.opening, new Autosave(folder.resolve("state")), window.last, offers::add, runner).make();
        return offers;
    }

    @Test
    void aFileThatWasOpenIsOfferedAndSavedToAfterwards() {
        Path mine = folder.resolve("mine.driftscope");
        window.explorer.calibrate();
        window.keeper.save(mine);
        window.keeper.end();
        window.history.reset(window.history.get().withPoints(List.of()));
        window.keeper.detach();
        Offer offer = next().get(0);
        assertThat(offer.text()).contains("mine.driftscope", "1 point", "saved ");
        offer.accepted().run();
        assertThat(window.problems).isEmpty();
        assertThat(window.history.get().points()).hasSize(1);
        assertThat(window.keeper.file()).isEqualTo(mine.toAbsolutePath());
    }

    @Test
    void settingsWithoutAFileAreOfferedButNotWhatWasDiscarded() {
        window.drift(0.3);
        window.keeper.end();
        assertThat(next()).hasSize(1);
        window.drift(0.1);
        next().get(0).accepted().run();
        assertThat(window.history.get().relativeDrift()).isEqualTo(0.3);
        assertThat(window.keeper.file()).as("kept by the program, not the user").isNull();
        window.explorer.calibrate();
        window.keeper.end();
        assertThat(next().get(0).text()).doesNotContain("point");
    }

    @Test
    void aFileThatIsGoneIsNotOffered() throws IOException {
        Path mine = folder.resolve("mine.driftscope");
        window.keeper.save(mine);
        window.keeper.end();
        Files.delete(mine);
        assertThat(next()).isEmpty();
    }

    @Test
    void whatACrashLeftComesFirstAndSaysWhatItIs() throws IOException {
        window.explorer.calibrate();
        Path mine = folder.resolve("mine.driftscope");
        window.keeper.save(mine);
        window.keeper.end();
        Path left = folder.resolve("state").resolve("autosave-" + NO_PROCESS + "-1.driftscope");
        SessionFiles.write(left, SessionFiles.read(mine));
        List<Offer> offers = next();
        assertThat(offers).hasSize(1);
        assertThat(offers.get(0).text()).contains("1 point, the bundled sample, saved ");
        window.keeper.detach();
        window.history.reset(window.history.get().withPoints(List.of()));
        offers.get(0).accepted().run();
        assertThat(window.history.get().points()).hasSize(1);
        assertThat(window.keeper.isUnsaved()).as("its points are in no file").isTrue();
        assertThat(next()).extracting(Offer::id).containsExactly("continue");
    }

    @Test
    void remainsThatCannotBeReadAreSaidAndCanBeDiscarded() throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.writeString(state.resolve("autosave-" + NO_PROCESS + "-1.driftscope"), "{}");
        Offer offer = next().get(0);
        assertThat(offer.text()).contains("cannot be read");
        offer.declined().run();
        assertThat(next()).isEmpty();
    }

    @Test
    void timesAreLocalWithTheDayWhereItWasAnother() throws IOException {
        Path mine = folder.resolve("mine.driftscope");
        window.keeper.save(mine);
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        LocalDateTime time = LocalDateTime.of(2026, 3, 9, 14, 32);
        Files.setLastModifiedTime(mine, FileTime.from(time.atZone(zone).toInstant()));
        SessionSummary summary = SessionSummary.of(mine, folder.resolve("other.onnx"));
        assertThat(summary.words(zone, LocalDate.of(2026, 3, 9))).isEqualTo("model, saved 14:32");
        assertThat(summary.words(zone, LocalDate.of(2026, 3, 10))).isEqualTo("model, saved on 9 March 2026 at 14:32");
    }

    @Test
    void theSampleIsCalledSo() {
        Path mine = folder.resolve("mine.driftscope");
        window.keeper.save(mine);
        Path model = SessionFiles.read(mine).model().path();
        assertThat(SessionSummary.of(mine, model).model()).isEqualTo("the bundled sample");
    }
}
