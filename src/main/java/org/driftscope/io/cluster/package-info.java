/**
 * What the program knows of clusters: that there may be one, and how to hand work over to it.
 *
 * <p>Imports: experiment, support, io.bench.
 */
@NullMarked
package org.driftscope.io.cluster;

import org.jspecify.annotations.NullMarked;
