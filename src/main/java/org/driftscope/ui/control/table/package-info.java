/**
 * What tables of several panels share: the table of costs, and how settings of trials are called.
 *
 * <p>Imports: {@code calibration}, {@code cost}, {@code crossbar} and {@code device}.
 */
@NullMarked
package org.driftscope.ui.control.table;

import org.jspecify.annotations.NullMarked;
