/**
 * What a command prints: tables, JSON, numbers, warnings, progress and exit codes.
 *
 * <p>Imports: {@code experiment}, {@code evaluation}, {@code report}, {@code support}.
 */
@NullMarked
package org.driftscope.cli.output;

import org.jspecify.annotations.NullMarked;
