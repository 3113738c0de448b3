/**
 * The main window: where the panels meet, its bars, menus and commands.
 *
 * <p>Imports: every other room of {@code ui} but {@code ui} itself, {@code experiment}, {@code io}, and what those import.
 */
@NullMarked
package org.driftscope.ui.main;

import org.jspecify.annotations.NullMarked;
