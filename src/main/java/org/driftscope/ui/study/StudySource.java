package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the study panel asks of the window around it. */
public interface StudySource {
    /**
     * A built-in study on the open network, with the settings shown in the window. Called on the JavaFX thread.
     *
     * @param chips number of chips, 1 or more
     * @param limit first images to score with; 0 for all
     * @return empty if no network is open
     */
    Optional<StudyPlan> builtIn(String study, int chips, int limit);

    /**
     * What one trial takes, by the last calibration in the window; empty where there was none.
     *
     * @param limit images that are scored; 0 for all
     */
    OptionalDouble secondsPerTrial(int limit);

    /** What is needed to tell the cost of each method, as the window has it; empty if no network is open. */
    Optional<CostStudy> cost();

    /**
     * What an experiment file says. Called away from the JavaFX thread.
     *
     * @throws org.driftscope.support.DriftscopeException if the file cannot be used as it stands
     */
    StudyPlan ofFile(Path experiment);

    /** Asks for an experiment file. */
    Optional<Path> chooseExperiment();

    /** Asks for a folder to write to. */
    Optional<Path> chooseFolder();

    /** Shows a folder in the system's file browser. */
    void browse(Path folder);
}
