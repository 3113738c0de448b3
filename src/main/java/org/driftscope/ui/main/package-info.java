/**
 * The main window: where the panels meet, and the view models that tie the settings to the simulator.
 *
 * <p>Imports: every other room of {@code ui} but {@code ui} itself, {@code experiment}, {@code io}, and what those import.
 */
@NullMarked
package org.driftscope.ui.main;

import org.jspecify.annotations.NullMarked;
