package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.control.FilePrompt;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.LastSession;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;

/** The window without its nodes on the smaller half of the sample; questions and problems are kept for the test. */
final class OpenWindow implements AutoCloseable {
    private static final int IMAGES = 40;
    private static final int RECORD = 3073;

    final List<Problem> problems = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    /** What its choosers answer, one after the other. */
    final Deque<Path> chosen = new ArrayDeque<>();

    final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    final JobMonitor monitor;
    final ExplorerViewModel explorer;
    final Opening opening;
    final SessionKeeper keeper;
    final LastSession last;
    final SessionCommands sessions;
    final UnsavedWork unsaved;

    private final Path folder;

    /** @param folder for images and autosaved sessions */
    OpenWindow(Path folder, BackgroundRunner runner) {
        this.folder = folder;
        monitor = new JobMonitor(runner, System::nanoTime);
        explorer = new ExplorerViewModel(history, monitor, runner, new Random(1), problems::add);
        opening = new Opening(explorer, monitor, runner, problems::add, path -> {}, path -> {});
        last = new LastSession(folder.resolve("state"));
        keeper = new SessionKeeper(explorer, new Autosave(folder.resolve("state")), last, runner, problems::add);
        sessions = new SessionCommands(keeper, new FileChoices(new Prompt()));
        unsaved = new UnsavedWork(explorer, keeper, sessions, questions::add);
        opening.attachTo(keeper, unsaved);
    }

    /** The sample's network and the first few of its images, to be quick. */
    OpenRequest sample() {
        Path sample = Path.of(System.getProperty("sample.data"));
        return new OpenRequest(
                        sample.resolve("model.onnx"),
                        first(sample.resolve("evaluation.bin")),
                        first(sample.resolve("calibration.bin")))
                .withPreprocessing(PreprocessingChoice.Request.certain("cifar10"));
    }

    private Path first(Path images) {
        Path few = folder.resolve(images.getFileName());
        try {
            if (!Files.exists(few)) {
                Files.write(few, Arrays.copyOf(Files.readAllBytes(images), IMAGES * RECORD));
            }
            return few;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Images of one set, of which the program sets some apart to calibrate with. */
    OpenWindow withOneSet() {
        OpenRequest sample = sample();
        OpenRequest one = new OpenRequest(sample.model(), sample.evaluation(), null, List.of(), sample.preprocessing());
        explorer.open(WorkspaceLoader.load(one, Progress.none(), new CancelToken()));
        return this;
    }

    OpenWindow withSample() {
        explorer.open(WorkspaceLoader.load(sample(), Progress.none(), new CancelToken()));
        return this;
    }

    Workspace workspace() {
        return Objects.requireNonNull(explorer.workspaceProperty().get());
    }

    void drift(double drift) {
        history.edit("relative drift", state -> state.withRelativeDrift(drift));
    }

    /** Answers the one question that stands. */
    void answer(String label) {
        assertThat(questions).hasSize(1);
        Question.Answer answer = questions.get(0).answers().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        questions.clear();
        answer.action().run();
    }

    @Override
    public void close() {
        Workspace open = explorer.workspaceProperty().get();
        if (open != null) {
            open.close();
        }
    }

    private final class Prompt implements FilePrompt {
        @Override
        public Optional<Path> open(String title, String kind, List<String> patterns) {
            return Optional.ofNullable(chosen.poll());
        }

        @Override
        public Optional<Path> save(String title, String suggested, String kind) {
            return Optional.ofNullable(chosen.poll());
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(chosen.poll());
        }
    }
}
