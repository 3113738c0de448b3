package org.driftscope.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftscope.evaluation.FeatureMaps;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.task.HeldRunner;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideViewModelTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private static InsideSubject subject(Workspace workspace, int seed) {
        return new InsideSubject(workspace, new ChipChoice(ChipSpec.of(0.3, seed), LayerChoice.all()), null);
    }

    private static FeatureMaps drifted(InsideViewModel model) {
        return Objects.requireNonNull(
                Objects.requireNonNull(model.viewProperty().get()).maps().get(NetworkState.DRIFTED));
    }

    @Test
    void answersAndMapsAreThoseOfTheChipThatIsSet() {
        try (OpenWindow window = new OpenWindow(folder, new HeldRunner()).withOneSet()) {
            Workspace workspace =
                    Objects.requireNonNull(window.explorer.workspaceProperty().get());
            InsideViewModel model = new InsideViewModel(new ImmediateRunner(), problems::add);
            model.follow(subject(workspace, 7));
            assertThat(model.imagesProperty().get())
                    .as("closed, nothing is computed")
                    .isEmpty();
            model.setOpen(true);
            assertThat(model.imagesProperty().get()).isNotEmpty();
            FeatureMaps first = drifted(model);
            model.follow(subject(workspace, 8));
            assertThat(drifted(model).squaredDistance(first)).isPositive();
            assertThat(model.staleProperty().get()).isFalse();
            model.follow(null);
            assertThat(model.imagesProperty().get()).isEmpty();
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void whatIsOnItsWayIsNotTakenForWhatIsThere() {
        try (OpenWindow window = new OpenWindow(folder, new HeldRunner()).withOneSet()) {
            InsideViewModel model = new InsideViewModel(new HeldRunner(), problems::add);
            model.setOpen(true);
            model.follow(subject(
                    Objects.requireNonNull(window.explorer.workspaceProperty().get()), 7));
            assertThat(model.staleProperty().get()).isTrue();
        }
    }
}
