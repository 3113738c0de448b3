package org.driftscope.ui.heatmap.model;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.CellState;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;

/**
 * Everything known about one cell.
 *
 * @param place where it is, in words
 * @param cell where it is
 * @param unit of target and drifted
 * @param target value asked for, in the view's unit
 * @param drifted value now
 * @param weight clean weight
 * @param driftedWeight what the weight drifted to
 * @param residual calibrated minus clean weight; NaN without calibration
 * @param stuck which cells of the pair are stuck, in words; "" where none
 * @param own what the cell itself holds, in the view's unit; NaN where the outputs see all of it
 * @param words what target and drifted are called
 */
record CellReading(
        String place,
        Cell cell,
        String unit,
        double target,
        double drifted,
        double weight,
        double driftedWeight,
        double residual,
        String stuck,
        double own,
        MapWords words) {
    /** Of a value near zero a change is any number of times, which says nothing. */
    private static final double MOST_SHARE = 10;

    /** Reads a cell; in the weight view the conductances are the difference of the pair. */
    static CellReading of(LayerPicture picture, CellView view, Cell cell) {
        CellView conductance = view == CellView.WEIGHT ? CellView.DIFFERENCE : view;
        int row = cell.row();
        int col = cell.col();
        double weight = picture.clean().at(row, col);
        return new CellReading(
                place(picture.layer(), cell) + picture.sliceWords(),
                cell,
                conductance.unit(),
                conductance.at(picture, picture.target(), row, col),
                conductance.at(picture, picture.drifted(), row, col),
                weight,
                picture.driftedWeights().at(row, col),
                picture.calibrated() == null ? Double.NaN : picture.calibrated().at(row, col) - weight,
                stuck(picture, row, col),
                picture.held() == picture.drifted() ? Double.NaN : conductance.at(picture, picture.held(), row, col),
                view == CellView.WEIGHT && picture.words() == MapWords.PAIR
                        ? MapWords.PAIR_OF_WEIGHTS
                        : picture.words());
    }

    private static String stuck(LayerPicture picture, int row, int col) {
        CellState held = picture.stuck();
        if (held == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        if (!Float.isNaN(held.gPlus().at(row, col))) {
            words.add("G+ stuck");
        }
        if (!Float.isNaN(picture.minusAt(held, row, col))) {
            words.add("G- stuck");
        }
        return String.join(", ", words);
    }

    /** One line for the probe. */
    String sentence() {
        StringBuilder text = new StringBuilder(place)
                .append(stuck.isEmpty() ? "" : ", " + stuck)
                .append(": ")
                .append(words == MapWords.PAIR_OF_WEIGHTS ? "" : conductances())
                .append(" weight ")
                .append(words == MapWords.DRIFT ? "" : words.first() + " ")
                .append(ValueText.number(weight))
                .append(words == MapWords.DRIFT ? " → " : "   " + words.second() + " ")
                .append(ValueText.number(driftedWeight));
        if (words != MapWords.DRIFT) {
            text.append("   ")
                    .append(words.difference())
                    .append(' ')
                    .append(ValueText.signed(driftedWeight - weight, ""));
        }
        if (!Double.isNaN(residual)) {
            text.append("   residual weight ").append(ValueText.signed(residual, ""));
        }
        return text.toString();
    }

    private String conductances() {
        double change = drifted - target;
        return " " + words.first() + " " + ValueText.withUnit(target, unit)
                + "   " + words.second() + " " + ValueText.withUnit(drifted, unit)
                + (Double.isNaN(own) ? "" : " (itself " + ValueText.withUnit(own, unit) + ")")
                + "   " + words.difference() + " " + ValueText.signed(change, unit)
                + (Math.abs(change) > MOST_SHARE * Math.abs(target) || target == 0
                        ? ""
                        : " (" + ValueText.percent(change / Math.abs(target)) + ")")
                + "  ";
    }

    /** Names and full-precision values, tab-separated on two lines, as spreadsheets take them. */
    String tabSeparated() {
        return String.join(
                        "\t",
                        "row",
                        "column",
                        words.first() + " " + unit,
                        words.second() + " " + unit,
                        words == MapWords.DRIFT ? "weight" : "weight " + words.first(),
                        words == MapWords.DRIFT ? "drifted weight" : "weight " + words.second(),
                        "residual")
                + "\n"
                + String.join(
                        "\t",
                        Integer.toString(cell.row()),
                        Integer.toString(cell.col()),
                        Float.toString((float) target),
                        Float.toString((float) drifted),
                        Float.toString((float) weight),
                        Float.toString((float) driftedWeight),
                        Double.isNaN(residual) ? "" : Float.toString((float) residual))
                + "\n";
    }

    /** Row c*kh*kw + ky*kw + kx of a convolution is input c at kernel position ky, kx; groups count their own inputs. */
    private static String place(AnalogLayer layer, Cell cell) {
        ConvGeometry kernel = layer.geometry();
        int taps = kernel == null ? 1 : kernel.kernelH() * kernel.kernelW();
        int group = cell.col() / Math.max(1, layer.cols() / layer.groups());
        int input = cell.row() / taps + group * (layer.rows() / taps);
        int tap = cell.row() % taps;
        String position = kernel == null ? "" : ", k " + tap / kernel.kernelW() + "," + tap % kernel.kernelW();
        return "row " + cell.row() + " (in " + input + position + "), column " + cell.col();
    }
}
