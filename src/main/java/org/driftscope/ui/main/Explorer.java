package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.driftscope.support.AtomicFiles;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.ColumnsDialog;
import org.driftscope.ui.files.ExperimentSaver;
import org.driftscope.ui.files.FileChoices;
import org.driftscope.ui.files.NetworkSaver;
import org.driftscope.ui.files.Opening;
import org.driftscope.ui.files.QuestionDialog;
import org.driftscope.ui.files.SessionCommands;
import org.driftscope.ui.files.SessionKeeper;
import org.driftscope.ui.files.StartOffers;
import org.driftscope.ui.files.StudyDesk;
import org.driftscope.ui.files.UnsavedWork;
import org.driftscope.ui.presentation.PresentationViewModel;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.LastSession;
import org.driftscope.ui.session.PreferencesFile;
import org.driftscope.ui.session.UserFolders;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.Faults;
import org.driftscope.ui.task.FxBackgroundRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.workspace.Desktop;
import org.driftscope.ui.workspace.TrialLog;

/** Makes the parts of the window and ties them together; the one place where they are all known. */
public final class Explorer {
    private final FxBackgroundRunner runner = new FxBackgroundRunner();
    private final Appearance looks = new Appearance();
    private final Autosave autosave;
    private final LastSession last;
    private final WindowMemory memory;
    private final Centre centre;
    private final ExplorerViewModel model;
    private final Faults faults;
    private final Opening opening;
    private final SessionKeeper keeper;
    private final Companions companions;
    private final LessonDesk lessons;
    private final MainWindow window;

    /**
     * @param stage to fill; not shown yet
     * @param folders where the user's files are
     * @param version of the program
     * @param desktop what is asked of the system
     */
    public Explorer(Stage stage, UserFolders folders, String version, Desktop desktop) {
        ProblemDialog problems = new ProblemDialog(stage, looks);
        faults = new Faults(problems);
        faults.watch();
        JobMonitor monitor = new JobMonitor(runner, System::nanoTime);
        StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
        model = new ExplorerViewModel(history, monitor, runner, new Random(), problems);
        opening = new Opening(model, monitor, runner, problems, this::opened, this::showExperiment);
        AtomicFiles.tidy(folders.state());
        AtomicFiles.tidy(folders.config());
        autosave = new Autosave(folders.state());
        last = new LastSession(folders.state());
        keeper = new SessionKeeper(model, autosave, last, runner, problems);
        memory = new WindowMemory(new PreferencesFile(folders.config()));
        PresentationViewModel presentation = new PresentationViewModel();
        centre = new Centre(stage, desktop, looks, model, runner, problems, presentation.coveredProperty());
        FileChoices choices = new FileChoices(desktop.files());
        model.settings().statistics().onChoose(() -> choices.statistics().ifPresent(opening::openStatistics));
        model.settings().devices().onChoose(() -> choices.device().ifPresent(opening.devices()::open));
        opening.devices().keepAt(choices::saveDevice);
        opening.devices().askColumns(new ColumnsDialog(stage, looks), new Choices(folders.config()));
        model.settings().devices().onCard(new DeviceWindow(stage, looks, model.settings(), runner)::show);
        model.preparation().onWish(opening::prepare);
        companions = new Companions(
                stage,
                looks,
                model,
                new StudyDesk(model, choices, desktop.browser()),
                folders.archive(),
                new CircuitDesk(stage, looks, model, centre.maps(), centre.export(), runner),
                centre.export(),
                runner,
                problems);
        model.settings().devices().onSums(companions::showSums);
        SessionCommands sessions = new SessionCommands(keeper, choices);
        QuestionDialog questions = new QuestionDialog(stage, looks);
        UnsavedWork unsaved = new UnsavedWork(model, keeper, sessions, questions);
        TrialLog trials = new TrialLog(folders.archive(), runner, problems);
        trials.onKept(companions::trialKept);
        model.calibration().askWith(questions);
        model.calibration().keepIn(trials);
        opening.attachTo(keeper, unsaved);
        opening.sessions().askWith(questions, choices::measuredChip);
        ExperimentSaver experiments = new ExperimentSaver(model, opening.news(), runner, problems);
        centre.onCopyExperiment(experiments::copy);
        FileCommands files = new FileCommands(
                model, opening, sessions, choices, experiments, new NetworkSaver(model, opening.news(), problems));
        centre.export().alsoOf(companions::figures);
        lessons = new LessonDesk(
                new LessonSituation(model, centre.maps(), centre.export()::onScreen, opening::openSample, problems),
                choices,
                monitor,
                problems,
                opening.news(),
                this::opened,
                version);
        opening.onLesson(lessons::open);
        Commands commands = new Commands(
                model,
                files,
                looks,
                centre.export()::ofMaps,
                companions,
                lessons,
                presentation,
                this::findCommand,
                () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        companions.onMade(commands::installCompanions);
        HelpMenu help = new HelpMenu(stage, looks, commands, new Program(version, folders.logs(), desktop.browser()));
        window = new MainWindow(
                stage,
                looks,
                commands,
                model,
                centre,
                opening,
                keeper,
                companions.study().monitor(),
                help,
                lessons,
                presentation);
        memory.restore(window, looks, model.settings(), centre.charts());
        stage.setOnCloseRequest(event -> {
            event.consume();
            unsaved.before("Closing the window", stage::hide);
        });
        stage.setOnHiding(event -> close());
    }

    private void findCommand() {
        window.findCommand();
    }

    private void opened(Path path) {
        window.opened(path);
    }

    private void showExperiment(Path experiment) {
        companions.showExperiment(experiment);
    }

    /**
     * Shows the window, then opens files behind it; offers what a crash left or what was open last.
     *
     * @param files to open; none for the bundled sample
     */
    public void start(List<Path> files) {
        window.show();
        opening.first(files);
        new StartOffers(opening, autosave, last, window.banner(), runner).make();
        keeper.start();
    }

    private void close() {
        companions.close();
        memory.keep(window, looks, model.settings(), centre.charts());
        keeper.end();
        runner.close();
        faults.rest();
    }

    /** The window without its nodes. */
    public ExplorerViewModel model() {
        return model;
    }

    /** What opens files. */
    public Opening opening() {
        return opening;
    }

    /** The windows of studies and history. */
    public Companions companions() {
        return companions;
    }

    /** The lessons. */
    public LessonDesk lessons() {
        return lessons;
    }

    /** What saves sessions. */
    public SessionKeeper keeper() {
        return keeper;
    }

    /** Theme and scale. */
    public Appearance looks() {
        return looks;
    }
}
