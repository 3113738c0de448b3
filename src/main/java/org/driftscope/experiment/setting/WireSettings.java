package org.driftscope.experiment.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.WireNode;
import org.driftscope.experiment.spec.ExperimentSpec;

/** The technology of the wires, a short way to write their two resistances. */
public final class WireSettings {
    /** What the node of wires is that are of none. */
    private static final String CUSTOM = "custom";

    public static final Setting WIRES = Setting.text(
                    "wireNode",
                    "one of " + String.join(", ", WireNode.ids()),
                    spec -> WireNode.of(crossbar(spec).circuit())
                            .map(WireNode::id)
                            .orElse(CUSTOM),
                    (spec, word) -> with(spec, WireNode.named("wireNode", word)))
            .standingFor(CircuitSettings.WIRE_ROWS.id(), CircuitSettings.WIRE_COLUMNS.id())
            .worded(SettingWords.of("Wires")
                    .help(
                            "NODE",
                            "Wires of a technology: " + String.join(", ", WireNode.ids())
                                    + " (default: {default}), or ohm a cell"
                                    + " by --circuit " + CircuitSettings.WIRE_ROWS.option() + "=OHM,"
                                    + CircuitSettings.WIRE_COLUMNS.option() + "=OHM.")
                    .means(
                            "The resistance of row and column wires from cell to cell, by the technology they are made in: copper"
                                    + " along cells of 4F x 12F with a transistor each. Custom: resistances of your own, below.",
                            "",
                            CircuitSettings.WIRE_ROWS.source())
                    .offering(labels())
                    .told(word -> "wires: " + word));

    private WireSettings() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (WireNode node : WireNode.values()) {
            labels.put(node.id(), node.label());
        }
        return labels;
    }

    private static CrossbarSpec crossbar(ExperimentSpec spec) {
        return spec.chip().crossbar();
    }

    private static ExperimentSpec with(ExperimentSpec spec, WireNode node) {
        CrossbarSpec crossbar = crossbar(spec);
        return spec.withChip(spec.chip().withCrossbar(crossbar.withCircuit(node.applyTo(crossbar.circuit()))));
    }
}
