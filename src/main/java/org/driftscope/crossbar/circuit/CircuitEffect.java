package org.driftscope.crossbar.circuit;

import java.util.List;
import org.driftscope.device.ConductanceRange;

/**
 * What settings of the circuit do together, one of the effects of a chip that can be turned off.
 *
 * @param name for people and in files, e.g. "stuck cells"; kept for ever
 * @param settings whose amounts make it; at 0 it is off
 * @param cells what it does to each cell after drift
 */
public record CircuitEffect(String name, List<CircuitSetting> settings, CellRule cells) {
    /** What becomes of one cell. Every cell has one standard normal number for this effect, for life. */
    @FunctionalInterface
    public interface CellRule {
        /**
         * @param circuit the amounts
         * @param range of the cells
         * @param gUs the conductance after drift, µS
         * @param cellNormal the cell's own number
         * @return µS; may be negative, the caller clips
         */
        double changedUs(CircuitSpec circuit, ConductanceRange range, double gUs, double cellNormal);
    }

    /** Of effects that act elsewhere than on single cells. */
    static final CellRule NOTHING = (circuit, range, gUs, cellNormal) -> gUs;

    public CircuitEffect {
        settings = List.copyOf(settings);
    }

    public boolean acts(CircuitSpec circuit) {
        return settings.stream().anyMatch(circuit::isOn);
    }

    /** Whether it changes cells one by one. */
    public boolean isOfCells() {
        return cells != NOTHING;
    }

    /** The circuit without it. */
    public CircuitSpec off(CircuitSpec circuit) {
        CircuitSpec left = circuit;
        for (CircuitSetting setting : settings) {
            left = left.with(setting, 0);
        }
        return left;
    }
}
