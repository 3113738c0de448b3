/**
 * Experiment files: settings and files in YAML, single values or whole sweeps.
 *
 * <p>Imports: {@code io.yaml}, {@code io.bench}, {@code io.device}, {@code io.files}, {@code experiment}, {@code support}.
 */
@NullMarked
package org.driftscope.io.experiment;

import org.jspecify.annotations.NullMarked;
