/** How a workbench runs networks over images: the evaluation set in parts, and others. */
@NullMarked
package org.driftscope.experiment.score;

import org.jspecify.annotations.NullMarked;
