package org.driftscope.crossbar.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.driftscope.support.SpecException;

/**
 * Resistances of wires by the technology they are made in: copper of NeuroSim's tables (Chen et al. 2018, IEEE Trans. CAD) along
 * cells of one transistor and one resistor, 4F high and 12F wide.
 */
public enum WireNode {
    /** No resistance. */
    IDEAL("ideal", 0, 0),
    NM_130("130nm", 0.29, 0.86),
    NM_65("65nm", 0.5, 1.49),
    NM_22("22nm", 1.56, 4.69),
    NM_7("7nm", 4.2, 12.5);

    private final String id;
    private final double rowsOhm;
    private final double columnsOhm;

    WireNode(String id, double rowsOhm, double columnsOhm) {
        this.id = id;
        this.rowsOhm = rowsOhm;
        this.columnsOhm = columnsOhm;
    }

    /** Its word in files and options, e.g. "22nm". */
    public String id() {
        return id;
    }

    /** For the window, e.g. "22 nm". */
    public String label() {
        return this == IDEAL ? "Ideal" : id.replace("nm", " nm");
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(WireNode::id).toList();
    }

    /**
     * The node of a word; a blank between number and unit is no other word.
     *
     * @param setting what it was given for, for the message
     * @throws SpecException if there is none
     */
    public static WireNode named(String setting, String word) {
        String wanted = word.strip().replace(" ", "");
        return Arrays.stream(values())
                .filter(node -> node.id.equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new SpecException(
                        setting,
                        word,
                        withUnit(wanted)
                                + ids().stream().collect(Collectors.joining(", ", "one of ", ", or ohm a cell: "))
                                + ohms()));
    }

    /** What was probably meant by a number alone; "" where it is no node's. */
    private static String withUnit(String number) {
        return ids().contains(number + "nm") ? number + "nm, with its unit: " : "";
    }

    private static String ohms() {
        return CircuitSettings.WIRE_ROWS.option() + " and " + CircuitSettings.WIRE_COLUMNS.option();
    }

    /** The circuit with these wires. */
    public CircuitSpec applyTo(CircuitSpec circuit) {
        return circuit.with(CircuitSettings.WIRE_ROWS, rowsOhm).with(CircuitSettings.WIRE_COLUMNS, columnsOhm);
    }

    /** The node whose wires a circuit has; empty where it has those of none. */
    public static Optional<WireNode> of(CircuitSpec circuit) {
        return Arrays.stream(values())
                .filter(node -> node.applyTo(circuit).equals(circuit))
                .findFirst();
    }
}
