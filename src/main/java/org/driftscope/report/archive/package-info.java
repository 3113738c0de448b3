/**
 * Trials of the archive as tables in files, however many there are.
 *
 * <p>Imports: {@code report}, {@code experiment}, {@code figure}, {@code io}, {@code support}.
 */
@NullMarked
package org.driftscope.report.archive;

import org.jspecify.annotations.NullMarked;
