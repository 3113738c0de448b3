/**
 * The run archive: every trial's specification, result and provenance in one SQLite file.
 *
 * <p>Imports: {@code experiment}'s records, {@code support}.
 */
@NullMarked
package org.driftscope.experiment.archive;

import org.jspecify.annotations.NullMarked;
