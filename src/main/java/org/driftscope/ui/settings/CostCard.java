package org.driftscope.ui.settings;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.driftscope.cost.ChangedCosts;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.jspecify.annotations.Nullable;

/** What the calibration that is set would cost, before it runs. */
final class CostCard {
    private final Label parameters = figure("cost-parameters");
    private final Label size = figure("cost-sram");
    private final Label indices = figure("cost-indices");
    private final Label rewritten = figure("cost-rram");
    private final Label energy = figure("cost-energy");
    private final Label retraining = figure("cost-backprop");
    private final Label retrainingEnergy = figure("cost-backprop-energy");
    private final Label updatesEnergy = figure("cost-backprop-updates");

    private CostCard() {}

    static SettingsCard of(SettingsViewModel model) {
        CostCard labels = new CostCard();
        model.costProperty().subscribe(labels::show);
        return new SettingsCard("This calibration costs")
                .note(labels.assumptions(model))
                .figure(Explanations.UPDATED_PARAMETERS, labels.parameters)
                .figure(Explanations.SRAM_SIZE, labels.size)
                .figure(Explanations.INDEX_BITS, labels.indices)
                .shownWhen(labels.indices.textProperty().map(text -> !text.isEmpty()))
                .figure(Explanations.RRAM_REWRITTEN, labels.rewritten)
                .figure(Explanations.WRITE_ENERGY, labels.energy)
                .figure(Explanations.BACK_PROPAGATION, labels.retraining)
                .figure(Explanations.BACK_PROPAGATION_ENERGY, labels.retrainingEnergy)
                .figure(Explanations.BACK_PROPAGATION_UPDATES, labels.updatesEnergy);
    }

    /** What the costs rest on that is not the default, with a way back. */
    private Label assumptions(SettingsViewModel model) {
        Button reset = new Button("Reset");
        reset.setId("cost-assumptions-reset");
        reset.getStyleClass().addAll("changed-count", "flat");
        reset.setOnAction(event -> model.resetCosts());
        Label label = figure("cost-assumptions");
        label.setGraphic(reset);
        label.setContentDisplay(ContentDisplay.BOTTOM);
        label.textProperty().bind(model.costFiguresProperty().map(CostCard::changed));
        return label;
    }

    private void show(@Nullable CostPreview cost) {
        if (cost == null) {
            return;
        }
        CostEstimate estimate = cost.cost();
        Footprint footprint = cost.plan().footprint();
        String bound = cost.plan().atMost() ? "≤ " : "";
        parameters.setText(
                String.format(Locale.US, "%s%,d (%.2f %%)", bound, cost.plan().updatedParameters(), cost.percent()));
        boolean indexed = footprint.indexBits() > 0;
        size.setText((indexed ? "≤ " : bound) + kibibytes(estimate.sramBits()));
        indices.setText(indexed ? "≤ " + kibibytes(footprint.indexBits()) : "");
        rewritten.setText(
                String.format(Locale.US, "%s%,d", footprint.rramCells() == 0 ? "" : bound, footprint.rramCells()));
        energy.setText(Quantity.energy(estimate.energyJoules()));
        retraining.setText(
                String.format(Locale.US, "%,d cells", cost.retraining().rramCellWrites()));
        retrainingEnergy.setText(Quantity.energy(cost.retraining().energyJoules()));
        CostEstimate updates = cost.retrainingAtEveryUpdate();
        updatesEnergy.setText(String.format(
                Locale.US,
                "%s (%d times)",
                Quantity.energy(updates.energyJoules()),
                updates.footprint().updates()));
    }

    private static String kibibytes(long bits) {
        return String.format(Locale.US, "%.1f KiB", bits / 8.0 / 1024);
    }

    private static Label figure(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private static String changed(CostAssumptions figures) {
        String words = ChangedCosts.words(figures);
        return words.isEmpty() ? "" : words + ". Kept with the session; a new start has the defaults.";
    }
}
