/**
 * What a circuit does to the cells of a tile: stuck cells, and the resistance of its wires. {@code CircuitSettings} lists the
 * settings; files, options, the window and provenance read that list.
 *
 * <p>Imports: {@code algebra}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.crossbar.circuit;

import org.jspecify.annotations.NullMarked;
