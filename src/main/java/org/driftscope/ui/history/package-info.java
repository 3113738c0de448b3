/**
 * The run archive as a table: found again, tagged, compared, brought back.
 *
 * <p>Imports: {@code ui.task}, {@code report}, {@code experiment.archive}, {@code support}.
 */
@NullMarked
package org.driftscope.ui.history;

import org.jspecify.annotations.NullMarked;
