/**
 * What a study says: its trials as figures, tables and a folder of files.
 *
 * <p>Imports: {@code figure}, {@code io}, {@code experiment}, {@code evaluation}, {@code cost} and what those import.
 */
@NullMarked
package org.driftscope.report;

import org.jspecify.annotations.NullMarked;
