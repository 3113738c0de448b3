package org.driftscope.network.outline;

import java.util.List;

/** What an operator makes of what enters it, without computing it. */
@FunctionalInterface
interface OutlineRule {
    /**
     * @return one outline an output
     * @throws OutlineFailure if the operator cannot run on these inputs
     */
    List<Outline> of(OutlineCall call);
}
