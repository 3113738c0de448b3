package org.driftscope.ui.help;

import java.util.List;

/**
 * One stop of the tour.
 *
 * @param nodeId the id of the node it points at
 * @param title short
 * @param text what is seen there and what to try
 */
public record TourStep(String nodeId, String title, String text) {
    /** Seven steps through the bundled sample. */
    public static List<TourStep> all() {
        return List.of(
                new TourStep(
                        "key-figures",
                        "A network on a drifting chip",
                        "This image classifier was trained on a computer (Clean) and put on a chip whose cells have since"
                                + " drifted (After drift). The numbers tell how much that cost."),
                new TourStep(
                        "layers-table",
                        "Its layers are crossbars",
                        "Every line is a layer: a matrix of weights, held by RRAM cells. The orange bar says how far its"
                                + " output is off. Choose one to see its cells."),
                new TourStep(
                        "heatmap",
                        "Look at the cells",
                        "To the left what the cells should conduct, then what they conduct now, then the change. Point at a"
                                + " cell to read it; turn the wheel to zoom."),
                new TourStep(
                        "drift",
                        "Turn up the drift",
                        "Drag this slider: the maps follow at once, the accuracy a moment later. Set it back to 20 % before"
                                + " you go on."),
                new TourStep(
                        "rank",
                        "Choose a correction",
                        "DoRA puts a small digital correction beside each ticked layer. The rank is its size; the panel"
                                + " below says what it would cost, before anything runs."),
                new TourStep(
                        "calibrate",
                        "Calibrate",
                        "Press this. Ten images without labels are enough: each layer is fitted to what it should have"
                                + " computed. No RRAM cell is written. The blue bars and the blue number are the result."),
                new TourStep(
                        "charts",
                        "What it buys",
                        "Every calibration becomes a point: accuracy against parameters. Sweep ranks, in the menu beside"
                                + " Calibrate, draws the whole curve. Click a point to bring back its settings."));
    }
}
