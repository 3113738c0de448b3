package org.driftscope.ui.help;

/**
 * A key and what it does.
 *
 * @param keys as written on a keyboard, e.g. "Ctrl+Z"
 * @param action in words
 */
public record Shortcut(String keys, String action) {}
