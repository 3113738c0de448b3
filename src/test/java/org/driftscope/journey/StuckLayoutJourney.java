package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.driftscope.ui.control.StuckLayout;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Something above a tab marks their parent while it is laid out; what stands in the tab must go on being laid out. */
@Journey
class StuckLayoutJourney {
    private Restless above;
    private Button button;
    private VBox column;

    /** Does once what JavaFX's labels do where their text moves in a pass: marks the parent, which is being laid out. */
    private static final class Restless extends Region {
        private boolean moves;

        void moveText() {
            moves = true;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            if (moves) {
                moves = false;
                getParent().requestLayout();
            }
        }
    }

    @Start
    void start(Stage stage) {
        above = new Restless();
        button = new Button("Run");
        TabPane tabs = new TabPane(new Tab("first", new StackPane(button)));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        column = new VBox(above, tabs);
        Scene scene = new Scene(new StackPane(column), 300, 300);
        StuckLayout.mend(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aMarkThatIsLeftBehindHoldsUpNothingBelow(FxRobot robot) {
        settle(robot);
        robot.interact(above::moveText);
        settle(robot);
        assertThat(column.isNeedsLayout()).as("the column waits").isFalse();
        robot.interact(() -> button.setText("Stop"));
        settle(robot);
        assertThat(((Text) button.lookup(".text")).getText()).isEqualTo("Stop");
    }

    /** A few pulses. */
    private static void settle(FxRobot robot) {
        robot.sleep(300);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
