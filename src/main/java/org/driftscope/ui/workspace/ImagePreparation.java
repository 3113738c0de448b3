package org.driftscope.ui.workspace;

import java.util.function.Consumer;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.ui.settings.model.PreprocessingViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.jspecify.annotations.Nullable;

/** How the images are prepared: a step of undo like any setting, for which the files are opened again. */
public final class ImagePreparation {
    private final StateHistory history;
    private final PreprocessingViewModel settings;
    private Consumer<PreprocessingChoice.Request> preparer = wish -> {};

    public ImagePreparation(StateHistory history, PreprocessingViewModel settings) {
        this.history = history;
        this.settings = settings;
        settings.onAsk(wish -> {
            history.step("preprocessing", state -> state.withPreparation(wish));
        });
    }

    /** @param action opens the files again, prepared as wished */
    public void onWish(Consumer<PreprocessingChoice.Request> action) {
        preparer = action;
    }

    /** Has the files opened again where another preparation is set than they are open with. */
    public void follow(Workspace open, ExplorerState before, ExplorerState after) {
        if (!before.preparation().sameAs(after.preparation())
                && !after.preparation().sameAs(open.files().wished())) {
            preparer.accept(after.preparation());
        }
    }

    /** Images are prepared as they were: what was wished could not be. */
    public void refused(@Nullable Workspace open, PreprocessingChoice.Request wish) {
        if (open != null && history.get().preparation().sameAs(wish)) {
            history.amend(state -> state.withPreparation(open.files().wished()));
            settings.show(open.inputShown());
        }
    }
}
