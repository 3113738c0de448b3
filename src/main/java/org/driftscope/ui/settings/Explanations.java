package org.driftscope.ui.settings;

import org.driftscope.ui.control.Explained;

/** What each setting means, with formula and source. */
final class Explanations {
    private static final String DONG = "Dong et al., arXiv 2504.03763 (2025)";
    private static final String DORA = "Liu et al., DoRA, arXiv 2402.09353 (2024)";

    static final Explained MAPPING = new Explained(
            "Mapping",
            "How a signed weight becomes the conductances of its cells. The same drift can cost a few points with one"
                    + " mapping and everything with another.",
            "one-sided: g(sign) = gMin + |w|/wMax (gMax - gMin)\n"
                    + "constant-sum: g± = mid ± w/wMax (gMax - gMin)/2\n"
                    + "offset column: g = gMin + (w/wMax + 1)/2 (gMax - gMin)",
            "");
    static final Explained G_MAX = new Explained(
            "G max",
            "The highest conductance a cell can be programmed to, in microsiemens. With relative drift only the ratio to"
                    + " the lowest matters for accuracy.");
    static final Explained ON_OFF = new Explained(
            "On/off ratio",
            "Highest over lowest conductance. A low ratio leaves every cell conducting, so that cells that should be zero"
                    + " drift as well. ∞ means a lowest conductance of 0.",
            "gMin = gMax / ratio",
            "");
    static final Explained LEVELS = new Explained(
            "Levels",
            "How many distinct conductances a cell can be programmed to. Few levels round the weights even before any"
                    + " drift.");
    static final Explained DRIFT_MODEL = new Explained(
            "Model",
            "How a cell's conductance moves after programming. Relative Gaussian: every cell independently, by an amount"
                    + " in proportion to its own conductance.",
            "g' = g + N(0, (ρ g)²)",
            DONG);
    static final Explained RELATIVE_DRIFT = new Explained(
            "Relative drift",
            "The spread of the drift in per cent of a cell's conductance. Up to about 20 % is typical; measured devices"
                    + " drift relatively more at low conductance.",
            "ρ = σ / g",
            DONG);
    static final Explained SEED = new Explained(
            "Seed", "Which chip of its kind: the same seed gives the same drift of every cell, on any machine.");
    static final Explained METHOD = new Explained(
            "Method",
            "The digital correction beside each ticked layer. DoRA adds a low-rank matrix and rescales each column, LoRA"
                    + " only adds the matrix; the others only rescale or shift columns.",
            "DoRA: W' = m (Wr + A B) / ||Wr + A B||\nLoRA: W' = Wr + A B",
            DORA);
    static final Explained RANK = new Explained(
            "Rank",
            "How many directions the correction may use in each layer. Every further rank costs rows + columns"
                    + " parameters.",
            "parameters = r (d + o), + o for m",
            DORA);
    static final Explained STATISTICS = new Explained(
            "Statistics from",
            "What the calibration knows of the images: gathered on the calibration images, or at the factory and kept in a"
                    + " file beside the model. With such a file no image is needed in the field.",
            "G = E[x xᵀ], μ = E[x] of each layer's inputs",
            "");
    static final Explained IMAGES = new Explained(
            "Images",
            "How many calibration images are used. They need no labels and are never used to score. About five are"
                    + " already enough.");
    static final Explained MAGNITUDE = new Explained(
            "Magnitude",
            "How DoRA's column scale is chosen. Least error minimises the feature error but shrinks signals; same variance"
                    + " keeps each output as lively as in the clean network.",
            "γ = sqrt(w' G w / w'ᵣ G w'ᵣ)",
            "");
    static final Explained BIAS = new Explained(
            "Bias",
            "Also fits one bias a column, which is added digitally: it corrects the mean of each output.",
            "b = mean(t) - W'ᵀ mean(x)",
            "");
    static final Explained SOLVER = new Explained(
            "Solver",
            "Closed form factorises each layer once and then gives every rank at once, so that the rank slider is live."
                    + " Gradient descends the same error by Adam, the paper's way.",
            "min (1/o) mean ||Wtᵀx - W'ᵀx||²",
            DONG);
    static final Explained SRAM_PARAMETERS = new Explained(
            "SRAM parameters",
            "Numbers the correction keeps in digital memory, and their share of the network's parameters.");
    static final Explained SRAM_SIZE = new Explained("SRAM size", "Memory for those parameters at 16 bits each.");
    static final Explained RRAM_REWRITTEN = new Explained(
            "RRAM cells rewritten",
            "None, ever: the correction is digital. Rewriting cells costs energy and wears them out.");
    static final Explained WRITE_ENERGY = new Explained(
            "Write energy", "Energy to write the parameters into SRAM once.", "1.6 fJ a bit", "MNSIM 2.0, 28 nm");
    static final Explained BACK_PROPAGATION = new Explained(
            "Back-prop rewrites",
            "Cells that retraining the weights on the chip would write, each counted once. Most schemes write them at"
                    + " every update step.");
    static final Explained BACK_PROPAGATION_ENERGY = new Explained(
            "Back-prop energy",
            "Energy of writing those cells once with write-verify. The literature spans two decades.",
            "2 pJ a pulse, 16 pulses a cell",
            "MNSIM 2.0; Milo et al., IRPS 2021");

    private Explanations() {}
}
