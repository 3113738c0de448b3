package org.driftscope.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.driftscope.crossbar.circuit.CircuitEffects;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.circuit.CircuitView;
import org.driftscope.ui.circuit.CircuitViewModel;
import org.driftscope.ui.circuit.CornerSource;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.FigureExport;
import org.driftscope.ui.heatmap.model.Cell;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.PictureCorner;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The window of the crossbar as a circuit: the layer in the maps, from the pinned cell on, live with every change. */
final class CircuitDesk {
    private static final String WIRES = " Wires take part of the voltage: cells are drawn as the outputs see them.";

    private static final String NOISE = " Read noise, which is another at every read, is left out.";

    private final CircuitViewModel model = new CircuitViewModel();
    private final ExplorerViewModel explorer;
    private final HeatmapViewModel maps;
    private final FigureExport export;
    private final SideWindow window;

    CircuitDesk(
            Window owner,
            Appearance looks,
            ExplorerViewModel explorer,
            HeatmapViewModel maps,
            FigureExport export,
            BackgroundRunner runner) {
        this.explorer = explorer;
        this.maps = maps;
        this.export = export;
        window = new SideWindow(
                owner, looks, "Driftscope: the crossbar as a circuit", 940, 700, () -> view(looks, runner));
        window.onHidden(() -> model.setOpen(false));
        maps.pictureProperty().subscribe(picture -> follow());
        maps.selection().pinnedProperty().subscribe(cell -> follow());
    }

    private Parent view(Appearance looks, BackgroundRunner runner) {
        CircuitView view = new CircuitView(model, runner, () -> export.ofCompanion(figure()));
        Companions.dress(view.figure(), looks);
        return view;
    }

    private void follow() {
        LayerPicture picture = maps.pictureProperty().get();
        Workspace open = explorer.workspaceProperty().get();
        if (picture == null || open == null) {
            model.followNone("Open a network to see its crossbars.");
        } else if (!explorer.history().get().onChip().layersIn(open.network()).contains(picture.name())) {
            model.followNone(picture.name() + " is on no crossbar. Choose another layer.");
        } else {
            model.follow(new Shown(picture, maps.selection().pinnedProperty().get()));
        }
    }

    /** @param keys binds further keys of the window once it is made */
    void onMade(Consumer<Scene> keys) {
        window.onMade(keys);
    }

    void show() {
        model.setOpen(true);
        window.show();
    }

    /** What is drawn; empty while the window is closed. */
    Optional<NamedFigure> figure() {
        Workspace open = explorer.workspaceProperty().get();
        Map<String, String> source = open == null
                ? Map.of()
                : export.sourceOf(open, explorer.history().get().onChip());
        return model.figure(source);
    }

    /** The window without its nodes. */
    CircuitViewModel model() {
        return model;
    }

    private record Shown(LayerPicture picture, @Nullable Cell first) implements CornerSource {
        @Override
        public CircuitCorner corner(int size, List<Double> inputs) {
            return new PictureCorner(picture).from(first, size, inputs);
        }

        @Override
        public String words() {
            String chip = Character.toUpperCase(picture.caption().charAt(0))
                    + picture.caption().substring(1);
            return chip + ", " + picture.spec().mapping().label().toLowerCase(Locale.ROOT) + "."
                    + (picture.held() == picture.drifted() ? "" : WIRES)
                    + (CircuitEffects.READ_NOISE.acts(picture.spec().circuit()) ? NOISE : "");
        }

        @Override
        public int rows() {
            return picture.rows();
        }
    }
}
