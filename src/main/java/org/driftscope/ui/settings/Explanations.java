package org.driftscope.ui.settings;

import org.driftscope.ui.control.Explained;

/** What each setting means, with formula and source. */
final class Explanations {

    static final Explained G_MIN = new Explained(
            "G min",
            "The lowest conductance a cell can be programmed to, in microsiemens: the other way to give the on/off ratio.",
            "gMin = gMax / ratio",
            "");
    static final Explained PREPROCESSING = new Explained(
            "Preprocessing",
            "How pixels become what the network takes. It must be what the network was trained with. cifar10 has ImageNet's"
                    + " mean and deviation, as many networks for CIFAR-10 were trained; cifar10-own has those of CIFAR-10."
                    + " Left to the program, presets are scored on up to 100 images.",
            "x' = (x · scale - mean) / deviation",
            "");
    static final Explained NETWORK_INPUT = new Explained(
            "Input",
            "The first image as the network takes it: its least value is drawn black, its highest white, in the order of its"
                    + " channels.");
    static final Explained MEAN =
            new Explained("Mean", "Subtracted after scaling: one number, or one a channel with commas between them.");
    static final Explained DEVIATION =
            new Explained("Deviation", "Divided by at the end: one number, or one a channel with commas between them.");
    static final Explained PIXEL_SCALE = new Explained(
            "Pixel scale", "What pixels of 0 to 255 are multiplied by first: 1/255 = 0.00392 for 0 to 1.");
    static final Explained DRIFTING_NAMES = new Explained(
            "By name",
            "Names of layers that drift, with commas between; * stands for anything, e.g. layer3.*, fc. Empty: all. As"
                    + " driftLayers in experiment files.");
    static final Explained UPDATED_PARAMETERS = new Explained(
            "Parameters updated",
            "Numbers that the method sets, and their share of the network's parameters. ≤ where the exact number is only"
                    + " known afterwards.");
    static final Explained SRAM_SIZE = new Explained(
            "SRAM size", "Digital memory for the correction: its parameters at 16 bits each unless set, and indices.");
    static final Explained INDEX_BITS = new Explained(
            "Of it, indices", "Memory that says which weights are corrected.", "log2(rows cols) bits a weight", "");
    static final Explained RRAM_REWRITTEN = new Explained(
            "RRAM cells rewritten",
            "None where the correction is digital. Rewriting cells costs energy and wears them out. Each cell is counted"
                    + " once here; without gathering updates, every step writes it.");
    static final Explained WRITE_ENERGY = new Explained(
            "Write energy",
            "Energy to write the calibration once, to SRAM or, for back-propagation, to the cells.",
            "1.6 fJ a bit of SRAM",
            "MNSIM 2.0, 28 nm");
    static final Explained BACK_PROPAGATION = new Explained(
            "Back-prop rewrites",
            "Cells that retraining the weights on the chip would write, each counted once. Most schemes write them at"
                    + " every update step.");
    static final Explained BACK_PROPAGATION_ENERGY = new Explained(
            "Written once",
            "Energy of writing those cells once with write-verify. The literature spans two decades.",
            "2 pJ a pulse, 16 pulses a cell",
            "MNSIM 2.0; Milo et al., IRPS 2021");

    static final Explained BACK_PROPAGATION_UPDATES = new Explained(
            "At every update",
            "Energy where the cells of the ticked layers are written at every step of the training. The ratios of the cost"
                    + " table compare with this.");

    private Explanations() {}
}
