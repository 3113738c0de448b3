/** What a trial is: chip, layers, and how they differ. */
@NullMarked
package org.driftscope.experiment.spec;

import org.jspecify.annotations.NullMarked;
