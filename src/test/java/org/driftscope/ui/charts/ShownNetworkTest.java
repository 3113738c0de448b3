package org.driftscope.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.junit.jupiter.api.Test;

class ShownNetworkTest {
    private final ChartsViewModel model = new ChartsViewModel();

    @Test
    void pointsOfAnotherNetworkAreKeptAndNotShown() {
        model.openNetworkProperty().set(SampleCharts.NETWORK);
        model.points().setAll(SampleCharts.points());
        int all = model.points().size();
        assertThat(model.shownPoints()).hasSize(all);
        ChartNetwork other = new ChartNetwork("bb", "b.onnx");
        model.openNetworkProperty().set(other);
        assertThat(model.shownPoints()).isEmpty();
        assertThat(ChartFigures.recovery(model)).isEmpty();
        assertThat(model.points()).hasSize(all);
        assertThat(model.networks()).containsExactly(other, SampleCharts.NETWORK);
        model.shownNetworkProperty().set(SampleCharts.NETWORK);
        assertThat(model.shownPoints()).as("looked at by choice").hasSize(all);
        model.points().clear();
        assertThat(model.shownNetworkProperty().get())
                .as("nothing is left of it")
                .isEqualTo(other);
    }
}
