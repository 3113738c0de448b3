/**
 * What an inference takes, as a figure, as tables and in words.
 *
 * <p>Imports: {@code cost}, {@code figure}.
 */
@NullMarked
package org.driftscope.report.cost;

import org.jspecify.annotations.NullMarked;
