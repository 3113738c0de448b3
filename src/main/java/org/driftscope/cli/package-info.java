/**
 * The command line: one class a command, exit codes, bars and tables.
 *
 * <p>Imports: every room but {@code ui}.
 */
@NullMarked
package org.driftscope.cli;

import org.jspecify.annotations.NullMarked;
