package org.driftscope.ui.heatmap.model;

/**
 * A weight's place on the crossbar, counted from 0.
 *
 * @param row wordline
 * @param col bitline
 */
public record Cell(int row, int col) {}
