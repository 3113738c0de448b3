/**
 * Times since programming as people read and type them.
 *
 * <p>Imports: {@code device} and {@code ui.control}.
 */
@NullMarked
package org.driftscope.ui.control.age;

import org.jspecify.annotations.NullMarked;
