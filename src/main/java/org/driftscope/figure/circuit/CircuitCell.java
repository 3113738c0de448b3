package org.driftscope.figure.circuit;

/**
 * One resistive cell.
 *
 * @param targetUs conductance that was asked for, µS
 * @param nowUs conductance that the outputs see, µS
 * @param stuck whether it can't be written
 */
public record CircuitCell(double targetUs, double nowUs, boolean stuck) {}
