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
import org.driftscope.ui.control.prompt.FilePrompt;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.FileChoices;
import org.driftscope.ui.files.Opening;
import org.driftscope.ui.files.SessionCommands;
import org.driftscope.ui.files.SessionKeeper;
import org.driftscope.ui.files.UnsavedWork;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.LastSession;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.Question;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;

/** The window without its nodes on the smaller half of the sample; questions and problems are kept for the test. */
public final class OpenWindow implements AutoCloseable {
    private static final int IMAGES = 40;
    private static final int RECORD = 3073;

    public final List<Problem> problems = new ArrayList<>();
    public final List<Question> questions = new ArrayList<>();
    /** What its choosers answer, one after the other. */
    public final Deque<Path> chosen = new ArrayDeque<>();

    public final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    public final JobMonitor monitor;
    public final ExplorerViewModel explorer;
    public final Opening opening;
    public final SessionKeeper keeper;
    public final LastSession last;
    public final SessionCommands sessions;
    public final UnsavedWork unsaved;

    private final Path folder;

    /** @param folder for images and autosaved sessions */
    public OpenWindow(Path folder, BackgroundRunner runner) {
        this.folder = folder;
        monitor = new JobMonitor(runner, System::nanoTime);
        explorer = new ExplorerViewModel(history, monitor, runner, new Random(1), problems::add);
        opening = new Opening(explorer, monitor, runner, problems::add, path -> {}, path -> {});
        last = new LastSession(folder.resolve("state"));
        keeper = new SessionKeeper(explorer, new Autosave(folder.resolve("state")), last, runner, problems::add);
        FileChoices choices = new FileChoices(new Prompt());
        sessions = new SessionCommands(keeper, choices);
        unsaved = new UnsavedWork(explorer, keeper, sessions, questions::add);
        opening.attachTo(keeper, unsaved);
        opening.sessions().askWith(questions::add, choices::measuredChip);
    }

    /** The sample's network and the first few of its images, to be quick. */
    public OpenRequest sample() {
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
    public OpenWindow withOneSet() {
        OpenRequest sample = sample();
        OpenRequest one = new OpenRequest(sample.model(), sample.evaluation(), null, List.of(), sample.preprocessing());
        explorer.open(WorkspaceLoader.load(one, Progress.none(), new CancelToken()));
        return this;
    }

    public OpenWindow withSample() {
        explorer.open(WorkspaceLoader.load(sample(), Progress.none(), new CancelToken()));
        return this;
    }

    public Workspace workspace() {
        return Objects.requireNonNull(explorer.workspaceProperty().get());
    }

    public void drift(double drift) {
        history.edit("relative drift", state -> state.withRelativeDrift(drift));
    }

    /** Answers the one question that stands. */
    public void answer(String label) {
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
