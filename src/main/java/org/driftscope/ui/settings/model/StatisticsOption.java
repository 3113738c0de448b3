package org.driftscope.ui.settings.model;

/**
 * A file of factory statistics that the open network can use.
 *
 * @param sha256 of the file, hex
 * @param name of the file
 * @param bytes of the file
 * @param images that it was gathered on
 */
public record StatisticsOption(String sha256, String name, long bytes, int images) {}
