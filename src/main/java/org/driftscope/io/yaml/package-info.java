/**
 * YAML files whose every value knows its line and column, so that a wrong setting is refused at its place.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.io.yaml;

import org.jspecify.annotations.NullMarked;
