package org.driftscope.ui.help;

/**
 * A line about this program.
 *
 * @param name such as "Version"
 * @param value can be selected and copied
 */
public record Fact(String name, String value) {}
