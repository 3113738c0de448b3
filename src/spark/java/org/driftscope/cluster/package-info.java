/**
 * Sweeps on Apache Spark: the driver hands out trials by chip, executors compute them on one workbench each, and what they find
 * comes back trial by trial. The only room that knows Spark; compiled with {@code -Pspark} alone.
 *
 * <p>Imports: cli, io, experiment, support.
 */
@NullMarked
package org.driftscope.cluster;

import org.jspecify.annotations.NullMarked;
