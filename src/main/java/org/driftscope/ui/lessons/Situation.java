package org.driftscope.ui.lessons;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.LessonFigure;

/** What lessons see of the window, and what they may do in it. Used on the JavaFX thread. */
public interface Situation {
    /** Whether a network is open that a lesson can be given on. @param anyNetwork else it needs the bundled sample */
    boolean suits(boolean anyNetwork);

    /** What is set; only where {@link #suits}. */
    ExperimentSpec spec();

    /** A number that was measured for what is set; empty while it is not known. */
    OptionalDouble figure(LessonFigure figure);

    /** Name of the chosen layer; "" for none. */
    String layer();

    /** Where the cell that is read lies; "" for none. */
    String cell();

    /** How many ranks were calibrated on the chip that is set, with the method that is set. */
    int ranks();

    /** Changes what is set, as one step of undo. @param name of the step, for the menu */
    void take(String name, UnaryOperator<ExperimentSpec> change);

    /** Opens the bundled sample. */
    void openSample();

    /** What can be seen now, for a worksheet. @param kinds of {@link org.driftscope.io.lesson.LessonStep#FIGURES} */
    List<NamedFigure> figures(List<String> kinds);

    /** Hears of every change of what the other methods tell. */
    void onChange(Runnable listener);
}
