/**
 * Lessons in the window: a panel that says what to do, waits for it and quotes what was measured.
 *
 * <p>Imports: {@code io.lesson}, {@code experiment}, {@code figure}, {@code report}, {@code ui.control}.
 */
@NullMarked
package org.driftscope.ui.lessons;

import org.jspecify.annotations.NullMarked;
