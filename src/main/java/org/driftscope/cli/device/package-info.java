/** Devices listed, shown, fitted to measurements and checked. */
@NullMarked
package org.driftscope.cli.device;

import org.jspecify.annotations.NullMarked;
