package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.HeldRunner;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Figures follow each other faster than they are drawn. */
@Journey
class FigureJourney {
    private final HeldRunner runner = new HeldRunner();
    private FigurePane pane;

    @Start
    void start(Stage stage) {
        pane = new FigurePane(runner);
        stage.setScene(new Scene(pane, 400, 300));
        stage.show();
    }

    private void show(FxRobot robot, Figure figure) {
        robot.interact(() -> {
            pane.figureProperty().set(figure);
            pane.layout();
        });
    }

    private void drawAll(FxRobot robot) {
        robot.interact(() -> {
            while (runner.held() > 0) {
                runner.finishNext();
            }
        });
    }

    private ImageView view() {
        return (ImageView) pane.getChildrenUnmodifiable().get(0);
    }

    @Test
    void aFigureIsShownThoughAnEqualOneCameWhileItWasDrawn(FxRobot robot) {
        show(robot, SampleFigures.recovery());
        Figure equal = SampleFigures.recovery();
        assertThat(equal).isEqualTo(pane.figureProperty().get());
        show(robot, equal);
        drawAll(robot);
        assertThat(view().getImage()).isNotNull();
        assertThat(pane.hits()).isNotEmpty();
    }

    @Test
    void ofTwoFiguresTheNewerIsShown(FxRobot robot) {
        show(robot, SampleFigures.recovery());
        show(robot, SampleFigures.histogram());
        robot.interact(runner::finishNext);
        assertThat(view().getImage()).as("an old drawing is not published").isNull();
        drawAll(robot);
        assertThat(view().getImage()).isNotNull();
    }
}
