package org.driftscope.architecture.planted.crossbar;

import org.driftscope.architecture.planted.device.ReachesBack;

/** Closes a cycle on purpose. */
public interface Above {
    ReachesBack below();
}
