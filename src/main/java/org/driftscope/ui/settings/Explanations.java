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
            "one-sided: g(sign) = gMin + ΔG |w|/wMax\n"
                    + "constant-sum: g± = mid ± ΔG/2 w/wMax\n"
                    + "offset column: g = gMin + ΔG/2 (w/wMax + 1)\n"
                    + "ΔG = gMax - gMin, mid = (gMax + gMin)/2",
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
    static final Explained G_MIN = new Explained(
            "G min",
            "The lowest conductance a cell can be programmed to, in microsiemens: the other way to give the on/off ratio.",
            "gMin = gMax / ratio",
            "");
    static final Explained SCALE = new Explained(
            "Weight scale",
            "What shares one largest weight. One scale a column uses the whole range of conductances in every column, at"
                    + " the price of a digital factor for each.",
            "wMax = max |w| over the layer, or over each column",
            "");
    static final Explained CLIP_PERCENTILE = new Explained(
            "Clip percentile",
            "Weights beyond this percentile of |w| are clipped, so that a few large ones do not leave the others little of"
                    + " the range. 100 % clips nothing.");
    static final Explained PROGRAMMING_ERROR = new Explained(
            "Programming error",
            "The spread of what is written around what was wanted, before any drift. 0 is exact.",
            "g = gTarget + N(0, (a gMax)²) or N(0, (a gTarget)²)",
            "");
    static final Explained PROGRAMMING_ERROR_OF = new Explained(
            "Error relative to",
            "Whether the programming error is a share of the highest conductance, the same for all cells, or of each cell's"
                    + " own target.");
    static final Explained TILE = new Explained(
            "Tile size",
            "Rows and columns of one physical array. A layer that is larger is cut into tiles whose partial sums are added"
                    + " digitally.");
    static final Explained CLIP_TO_RANGE = new Explained(
            "Clip to range",
            "Whether a drifted conductance stays between G min and G max. Otherwise it only cannot fall below 0.");
    static final Explained FACTORY_IMAGES = new Explained(
            "Factory images",
            "Gathers the statistics in memory, on so many images, as a factory would: a file is not needed, and no image in"
                    + " the field. Empty or 0: none are.");
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
    static final Explained CELLS = new Explained(
            "Cells",
            "Whose cells these are, which says how their conductance moves after programming. Relative Gaussian: every cell"
                    + " independently, by an amount in proportion to its own conductance, once. The others were measured: they"
                    + " age, bring the range they were measured in, and some are written with an error of their own.",
            "g' = g + N(0, (ρ g)²), or g(t)",
            "Dong 2025; Wan 2022; Falcone 2025; Joshi 2020; Le Gallo 2023; Boybat 2018");
    static final Explained AGE = new Explained(
            "Age",
            "Time since programming, from at once to ten years. The chip stays the same one: every cell moves along a curve of"
                    + " its own.");
    static final Explained RELATIVE_DRIFT = new Explained(
            "Relative drift",
            "The spread of the drift in per cent of a cell's conductance. Up to about 20 % is typical; measured devices"
                    + " drift relatively more at low conductance.",
            "ρ = σ / g",
            DONG);
    static final Explained SEED = new Explained(
            "Seed", "Which chip of its kind: the same seed gives the same drift of every cell, on any machine.");
    static final Explained DRIFTING_LAYERS = new Explained(
            "Layers",
            "Which layers drift; the others stay clean, as if they were not on the chip. Let a single layer drift to see"
                    + " what its drift alone costs. The ticks at the left are another choice: which layers are calibrated,"
                    + " of those that drift.");
    static final Explained DRIFTING_NAMES = new Explained(
            "By name",
            "Names of layers that drift, with commas between; * stands for anything, e.g. layer3.*, fc. Empty: all. As"
                    + " driftLayers in experiment files.");
    static final Explained PRESET = new Explained(
            "Preset",
            "As published: DoRA with the magnitude of least error, and nothing else. Recommended: DoRA that starts from"
                    + " each layer's gain, keeps every output's variance and fits a bias: more accuracy from the same"
                    + " rank, above all at rank 1 and a low on/off ratio. Custom: settings of your own.",
            "",
            DONG);
    static final Explained KEPT_FROM = new Explained(
            "Kept from",
            "The chip is calibrated once, at this age, and what was fitted is kept while it grows older: nothing is measured"
                    + " anew. Empty or 0: it is calibrated at the age that is set.");
    static final Explained LAYER_GAIN = new Explained(
            "Layer gain",
            "Scales the drifted layer until its outputs vary as much as the clean layer's, and fits from there. Needed"
                    + " where all conductances shrink together. Elsewhere it changes next to nothing where G min is 0, and"
                    + " up to two points of accuracy either way at an on/off ratio of 10. The magnitude holds it; without"
                    + " one it is one number more a layer.",
            "c = sqrt(Σ var(clean) / Σ var(drifted))",
            "");
    static final Explained METHOD = new Explained(
            "Method",
            "The correction. DoRA and LoRA add a low-rank matrix beside each layer, the next three a number or two a"
                    + " column. DoRA's least-error magnitude shrinks signals, so that LoRA, which has none, can reach"
                    + " more; with \"Same variance\" DoRA reaches as much. Allocated and sparse share a budget over the"
                    + " layers. Back-propagation retrains with labels.",
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
            "How many calibration images are used. They are never used to score, and only back-propagation looks at"
                    + " their labels. About five are already enough for the other methods.");
    static final Explained MAGNITUDE = new Explained(
            "Magnitude",
            "How DoRA's column scale is chosen. Least error minimises the feature error but shrinks signals; same variance"
                    + " keeps each output as lively as in the clean network. LoRA has no such scale; with \"Same variance\""
                    + " it is given one, and is the same correction as DoRA.",
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
    static final Explained BUDGET = new Explained(
            "Budget",
            "How many parameters the correction may hold over all ticked layers, in per cent of the network's. A scale and"
                    + " a bias for every column come first; the rest goes where it helps most.");
    static final Explained READOUT_NOISE = new Explained(
            "Readout noise",
            "Sparse correction reads the drifted weights once. This is the error of that readout, in per cent of the"
                    + " layer's largest weight: up to 1 % costs next to nothing, 5 % a lot.");
    static final Explained MOST_AFFECTED = new Explained(
            "Most affected",
            "Corrects only so many of the ticked layers, those whose drift hurts the network most. Empty or 0: all"
                    + " ticked layers.");
    static final Explained LEARNING_RATE = new Explained(
            "Learning rate",
            "Of Adam. Empty or 0: all rates of the grid are tried and the one that scores best on the evaluation images is"
                    + " kept, which favours back-propagation.");
    static final Explained STEPS = new Explained(
            "Steps", "Updates of the training, each on up to 100 images. Empty or 0: as many as the images ask for.");
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
