package org.driftscope.ui.control.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostRange;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.Scale;
import org.jspecify.annotations.Nullable;

/** What each method costs: a row a method, and beneath each number what it may be by the literature. */
public final class CostTable extends TableView<RangedCost> {
    /** Of a heading at which the columns have the width they are made with. */
    private static final double HEADING_SIZE = 11.7;

    private static final double SCROLL_BAR = 16;
    private static final double ROW_HEIGHT = 32;

    /** What one column says of a method. @param value first line @param below second line, "" for none */
    private record Words(String value, String below) {}

    private final ObservableList<RangedCost> costs;

    /** @param costs back-propagation, with which the others are compared, comes last */
    public CostTable(ObservableList<RangedCost> costs) {
        super(costs);
        this.costs = costs;
        setAccessibleText("Cost of one calibration with each method");
        getStyleClass().add("cost-table");
        getStylesheets()
                .add(Objects.requireNonNull(CostTable.class.getResource("cost-table.css"))
                        .toExternalForm());
        setPlaceholder(new Label("Open a network to see what calibrating it costs."));
        List<TableColumn<RangedCost, Words>> columns = List.of(
                column("Method", 178, "The correction, with the settings shown", CostTable::method),
                column("Written", 70, "Bits of SRAM, or RRAM cells times updates", CostTable::written),
                column("Energy", 100, "Of all writes. Beneath it: by the literature", CostTable::energy),
                column("Time", 106, "Of all writes. Beneath it: by the literature", CostTable::time),
                column(
                        "Lifetime",
                        140,
                        "Calibrations until cells wear out: endurance / (pulses × updates), and how long they last at so many"
                                + " a day. SRAM does not wear (assumed)",
                        CostTable::lifetime),
                column("Extra MACs", 80, "Multiply-accumulates added to one inference", CostTable::macs),
                column("Ratio", 76, "Of energy, to back-propagation that writes at every update", this::ratio));
        getColumns().setAll(columns);
        columns.stream().skip(1).forEach(column -> column.getStyleClass().add("number-column"));
        setMinSize(0, 0);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        Label heading = (Label) columns.get(0).getGraphic();
        heading.fontProperty().subscribe(font -> fit(getWidth()));
    }

    /** Fills the width, and scrolls sideways where that would clip numbers. */
    private void fit(double width) {
        Label heading = (Label) getColumns().get(0).getGraphic();
        double textScale = heading.getFont().getSize() / HEADING_SIZE;
        setFixedCellSize(ROW_HEIGHT * textScale);
        double least = 0;
        for (TableColumn<RangedCost, ?> column : getColumns()) {
            least += (double) column.getUserData();
        }
        double factor = Math.max(textScale, (width - SCROLL_BAR) / least);
        getColumns().forEach(column -> column.setPrefWidth(factor * (double) column.getUserData()));
    }

    /** The name above, and beneath it the budget and what else is fitted, so that neither is cut. */
    private static Words method(RangedCost cost) {
        String[] parts = cost.label().split(" \\+ |, ", 2);
        String[] name = parts[0].split(" (?=[\\d.]+ %$)", 2);
        String kind = parts.length < 2
                ? ""
                : parts[1].replace(" + ", ", ")
                        .replace("layer gain", "gain")
                        .replace("variance-matched", "same variance");
        String budget = name.length < 2 ? "" : name[1];
        return new Words(name[0], budget.isEmpty() || kind.isEmpty() ? budget + kind : budget + ", " + kind);
    }

    private static Words written(RangedCost cost) {
        CostEstimate estimate = cost.cost();
        return estimate.wears()
                ? new Words(Quantity.count(estimate.rramCellWrites()), "cell writes")
                : new Words(Quantity.count(estimate.sramBits()), "SRAM bits");
    }

    private static Words energy(RangedCost cost) {
        return ranged(cost.cost().energyJoules(), cost.energyJoules(), Quantity.ENERGY);
    }

    private static Words time(RangedCost cost) {
        return ranged(cost.cost().seconds(), cost.seconds(), Quantity.TIME);
    }

    private static Words lifetime(RangedCost cost) {
        CostEstimate estimate = cost.cost();
        if (!estimate.wears()) {
            return new Words("no wear", "SRAM");
        }
        CostRange days = cost.lifetimeDays();
        return new Words(
                Quantity.count(estimate.lifetimeCalibrations()) + ", " + Quantity.days(estimate.lifetimeDays()),
                Quantity.range(days.low(), days.high(), Quantity.DAYS));
    }

    private static Words macs(RangedCost cost) {
        long macs = cost.cost().footprint().extraMacs();
        return new Words(macs == Footprint.UNKNOWN ? "not known" : Quantity.count(macs), "");
    }

    private Words ratio(RangedCost cost) {
        double reference = costs.get(costs.size() - 1).cost().energyJoules();
        return new Words(Quantity.share(cost.cost().energyJoules(), reference), "");
    }

    private static Words ranged(double value, CostRange range, Scale scale) {
        String below = range.low() == range.high() ? "" : Quantity.range(range.low(), range.high(), scale);
        return new Words(scale.apply(value), below);
    }

    private static TableColumn<RangedCost, Words> column(
            String title, double width, String meaning, Function<RangedCost, Words> words) {
        TableColumn<RangedCost, Words> column = new TableColumn<>();
        Label heading = new Label(title);
        heading.setTooltip(new Tooltip(meaning));
        column.setGraphic(heading);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        column.setCellFactory(ignored -> new TwoLines());
        column.setUserData(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A number and its range beneath. */
    private static final class TwoLines extends TableCell<RangedCost, Words> {
        private final Label value = new Label();
        private final Label below = new Label();
        private final Tooltip whole = new Tooltip();
        private final VBox lines = new VBox(value, below);

        TwoLines() {
            below.getStyleClass().add("cost-below");
            lines.getStyleClass().add("cost-lines");
            setTooltip(whole);
        }

        @Override
        protected void updateItem(@Nullable Words words, boolean empty) {
            super.updateItem(words, empty);
            if (empty || words == null) {
                setGraphic(null);
                return;
            }
            value.setText(words.value());
            below.setText(words.below());
            boolean two = !words.below().isEmpty();
            value.setWrapText(
                    !two && getTableColumn() == getTableView().getColumns().get(0));
            below.setVisible(two);
            below.setManaged(two);
            whole.setText(two ? words.value() + "\n" + words.below() : words.value());
            setAccessibleText(two ? words.value() + ", " + words.below() : words.value());
            setGraphic(lines);
        }
    }
}
