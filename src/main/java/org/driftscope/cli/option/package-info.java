/**
 * Groups of options that several commands share.
 *
 * <p>Imports: {@code experiment}, {@code io}, {@code cli.output}.
 */
@NullMarked
package org.driftscope.cli.option;

import org.jspecify.annotations.NullMarked;
