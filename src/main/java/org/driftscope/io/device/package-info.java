/**
 * Files of measured cells (CSV, TSV, NPZ) as rows, and the small device files that are fitted to them.
 *
 * <p>Imports: {@code io.npy}, {@code io.yaml}, {@code io.files}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.io.device;

import org.jspecify.annotations.NullMarked;
