package org.driftscope.ui.charts;

import java.util.List;
import javafx.scene.layout.BorderPane;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.cost.inference.InferencePart;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.report.cost.InferenceWords;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** What the energy of an inference goes into, and what each method adds to it. */
final class InferenceTab extends BorderPane {
    private final ChartsViewModel model;

    InferenceTab(ChartsViewModel model, BackgroundRunner runner) {
        this.model = model;
        ChartCard card = new ChartCard(
                "inference-chart",
                "Open a network whose images have one size to see what an inference takes.",
                model,
                runner);
        setCenter(card.root());
        card.pane().setFocusTraversable(true);
        new HoverText(card.pane(), this::explain);
        model.inferenceProperty().subscribe(costs -> card.show(ChartFigures.inference(model)));
    }

    /** The parts come first, then their sum, then methods. */
    private String explain(HitArea hit) {
        @Nullable InferenceCosts costs = model.inferenceProperty().get();
        if (costs == null) {
            return "";
        }
        List<List<String>> parts = InferenceWords.parts(costs);
        int row = hit.pointIndex();
        if (row < parts.size()) {
            List<String> words = parts.get(row);
            return String.join(
                    "\n", words.get(0), "energy " + words.get(1), "time " + words.get(2), "area " + words.get(3));
        }
        return row - parts.size() < costs.methods().size() ? method(costs, row - parts.size()) : "";
    }

    private static String method(InferenceCosts costs, int index) {
        InferenceCosts.Added method = costs.methods().get(index);
        List<String> words = InferenceWords.method(costs, method);
        String read = InferenceWords.words(method.parts().of(InferencePart.SRAM, Measure.ENERGY), Quantity.ENERGY);
        return String.join(
                "\n",
                words.get(0) + " adds " + words.get(1),
                "of which SRAM reads " + read,
                "beside the analog layers: energy " + words.get(2) + " %",
                "time " + words.get(3) + " %, area " + words.get(4) + " %");
    }
}
