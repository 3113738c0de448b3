package org.driftscope.io.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the window and what they mean. */
public final class Glossary {
    private static final Map<String, String> WORDS = words();

    private Glossary() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("RRAM", "Resistive memory. A cell stores a value as a conductance, in microsiemens (µS).");
        words.put(
                "Crossbar",
                "A grid of cells that multiplies: voltages enter by the rows, currents leave by the columns. Each layer"
                        + " of the network lies on one.");
        words.put("Tile", "One physical array. A large crossbar is cut into several.");
        words.put("G⁺, G⁻", "The two cells that hold one signed weight, as G⁺ − G⁻.");
        words.put("Target", "The conductance that the mapping asks of a cell.");
        words.put("Drift", "What moves a cell's conductance after it was programmed.");
        words.put("Relative drift", "Spread of the drift in per cent of the cell's conductance.");
        words.put("On/off ratio", "Highest over lowest conductance of a cell.");
        words.put("Chip", "All layers after drift. Another seed is another chip of the same kind.");
        words.put("Calibration", "Fitting a small digital correction, so that the network answers as before drift.");
        words.put("LoRA", "A correction of low rank beside a layer: W' = Wr + A B.");
        words.put("DoRA", "The same with one magnitude a column: W' = m (Wr + A B) / ||Wr + A B||.");
        words.put("Rank", "Columns of A and rows of B: the size of the correction.");
        words.put("Magnitude", "A factor for each column, or output, of a layer.");
        words.put("Calibration images", "Images to fit with, without labels. Never those to score with.");
        words.put("Feature error", "How far a layer's output is from that of the clean network.");
        words.put("Loss recovered", "(calibrated − drifted) / (clean − drifted) accuracy.");
        words.put("SRAM", "Digital memory beside the crossbars, where corrections live.");
        words.put("Back-propagation", "The usual training. On a chip it rewrites all cells again and again.");
        words.put(
                "Conductance",
                "How well a cell lets current through, in microsiemens (µS): current = conductance × voltage.");
        words.put("Mapping", "How a signed weight becomes the conductances of its cells.");
        words.put("Levels", "How many different conductances a cell can be given. n bits make 2ⁿ.");
        words.put(
                "Converter",
                "Turns a column's current into a number (ADC), or a number into a voltage (DAC); it has so many bits.");
        words.put("Age", "Time since the cells were programmed.");
        words.put("Seed", "The number that names a chip: the same seed gives the same drift of every cell.");
        words.put("Accuracy", "The share of images whose first answer is right (top-1).");
        words.put(
                "Standard error",
                "How far an accuracy would move with other images of the same kind: sqrt(p (1 − p) / n).");
        words.put(
                "Singular values",
                "How strong each direction of a matrix is. A matrix of low rank has few that are not zero.");
        return Collections.unmodifiableMap(words);
    }

    /** All words with their meaning, from the cell to the network. */
    public static Map<String, String> all() {
        return WORDS;
    }

    /** What a word means; "" where it is not among them. */
    public static String meaning(String word) {
        return WORDS.getOrDefault(word, "");
    }
}
