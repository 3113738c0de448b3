/** What of a chip goes along the axis of a study's figure. */
@NullMarked
package org.driftscope.report.axis;

import org.jspecify.annotations.NullMarked;
