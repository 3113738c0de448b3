/**
 * What a class takes home of a lesson: settings, predictions, what was measured, and room for answers.
 *
 * <p>Imports: {@code io.lesson}, {@code figure}, {@code support}.
 */
@NullMarked
package org.driftscope.report.worksheet;

import org.jspecify.annotations.NullMarked;
