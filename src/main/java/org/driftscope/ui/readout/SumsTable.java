package org.driftscope.ui.readout;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.experiment.LayerSums;
import org.driftscope.report.PartialSumsFigure;
import org.driftscope.ui.control.table.WholeTextCell;

/** A row a layer, or a slice of its weights: the range of its ADC, one step of it, and what it clips. */
final class SumsTable extends TableView<LayerSums> {
    SumsTable() {
        setId("sums-table");
        setAccessibleText("Layers and the ranges of their converters");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(""));
        setMinSize(0, 0);
        getColumns()
                .add(column(
                        "Layer",
                        150,
                        "Layers on crossbars; of bit slices each by itself, the most significant first",
                        LayerSums::name));
        getColumns()
                .add(number(
                        "Range",
                        76,
                        "What the ADC tells apart, frozen with the chip; ideal: all",
                        sums -> adc(sums, adc -> "\u00b1" + PartialSumsFigure.number(adc.high()), "ideal")));
        getColumns()
                .add(number(
                        "Step",
                        72,
                        "From one level of the ADC to the next",
                        sums -> adc(sums, adc -> PartialSumsFigure.number(adc.step()), "")));
        getColumns()
                .add(number(
                        "Clipped",
                        82,
                        "Share of this chip's partial sums beyond the range",
                        sums -> adc(
                                sums, adc -> PartialSumsFigure.share(sums.chip().clippedShare()), "")));
        getColumns()
                .add(number(
                        "Greatest",
                        86,
                        "Magnitude of this chip's greatest partial sum",
                        sums -> PartialSumsFigure.number(sums.chip().greatest())));
    }

    private static String adc(LayerSums sums, Function<Converter, String> words, String ideal) {
        Converter adc = sums.adc();
        return adc == null ? ideal : words.apply(adc);
    }

    private static TableColumn<LayerSums, String> number(
            String title, double width, String meaning, Function<LayerSums, String> words) {
        TableColumn<LayerSums, String> column = column(title, width, meaning, words);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<LayerSums, String> column(
            String title, double width, String meaning, Function<LayerSums, String> words) {
        TableColumn<LayerSums, String> column = new TableColumn<>();
        Label heading = new Label(title);
        heading.setTooltip(new Tooltip(meaning));
        column.setGraphic(heading);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        column.setCellFactory(ignored -> new WholeTextCell<>());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
