package org.driftscope.ui.study;

import java.util.function.Function;
import org.driftscope.experiment.Workbench;

/** Lends a workbench for as long as a study computes. */
@FunctionalInterface
public interface BenchLoan {
    /**
     * Called away from the JavaFX thread.
     *
     * @throws org.driftscope.support.DriftscopeException if the workbench's files cannot be read
     */
    StudyFindings use(Function<Workbench, StudyFindings> work);
}
