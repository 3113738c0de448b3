/**
 * Work behind the window: the only room that knows which thread is JavaFX's.
 *
 * <p>Every job takes its inputs as a snapshot on the JavaFX thread, computes on that snapshot elsewhere, and publishes
 * once, on the JavaFX thread again.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.ui.task;

import org.jspecify.annotations.NullMarked;
