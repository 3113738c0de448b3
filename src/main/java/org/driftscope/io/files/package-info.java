/**
 * What all readers and writers of files share: whole-file writes that leave nothing half done, hashes, half floats.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.io.files;

import org.jspecify.annotations.NullMarked;
