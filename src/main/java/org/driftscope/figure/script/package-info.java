/** Charts as source for other programs: a matplotlib script, a pgfplots picture. */
@NullMarked
package org.driftscope.figure.script;

import org.jspecify.annotations.NullMarked;
