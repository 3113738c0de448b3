package org.driftscope.ui.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.figure.circuit.CircuitDrawing;
import org.driftscope.figure.circuit.SampleCorner;
import org.junit.jupiter.api.Test;

class CircuitViewModelTest {
    private final CircuitViewModel model = new CircuitViewModel();

    private static CornerSource source(CircuitCorner sample) {
        return new CornerSource() {
            @Override
            public CircuitCorner corner(int size, List<Double> inputs) {
                return new CircuitCorner(
                        sample.layer(),
                        sample.slice(),
                        sample.firstRow(),
                        sample.firstCol(),
                        inputs.subList(0, 2),
                        sample.weights(),
                        sample.sharesReference(),
                        sample.gMaxUs());
            }

            @Override
            public String words() {
                return "20 % drift.";
            }

            @Override
            public int rows() {
                return 27;
            }
        };
    }

    @Test
    void nothingIsDrawnWhileTheWindowIsClosed() {
        model.follow(source(SampleCorner.pairs()));
        assertThat(model.drawingProperty().get()).isNull();
        assertThat(model.figure(Map.of())).isEmpty();
        model.setOpen(true);
        assertThat(model.drawingProperty().get()).isNotNull();
        assertThat(model.caption()).isEqualTo("conv1, 2 of 27 rows. 20 % drift.");
        model.setOpen(false);
        assertThat(model.drawingProperty().get()).isNull();
    }

    @Test
    void aWeightIsExplainedByItsCells() {
        model.setOpen(true);
        model.follow(source(SampleCorner.pairs()));
        model.markedProperty().set(3);
        assertThat(model.sentence())
                .isEqualTo("Row 9, column 5: weight \u22120.0200 was asked for as G+ 10.0 and G\u2212 12.0 \u00b5S."
                        + " Now they are 10.0 and 30.0 (stuck) \u00b5S. The difference of \u221220.0 \u00b5S reads as"
                        + " \u22120.200. An input of 0.50 makes it \u22120.100.");
    }

    @Test
    void aReferenceIsCalledOne() {
        model.setOpen(true);
        model.follow(source(SampleCorner.reference()));
        assertThat(model.sentence()).contains("G+ 20.0 and the reference 10.0 \u00b5S");
    }

    @Test
    void inputsChangeTheCurrents() {
        model.setOpen(true);
        model.follow(source(SampleCorner.pairs()));
        model.inputs().get(0).set(0);
        model.inputs().get(1).set(1);
        CircuitDrawing drawn = model.drawingProperty().get();
        assertThat(drawn).isNotNull();
        assertThat(drawn.corner().plusCurrent(0)).isEqualTo(66);
    }

    @Test
    void whyNothingIsDrawnIsSaid() {
        model.setOpen(true);
        model.follow(source(SampleCorner.pairs()));
        model.followNone("conv1 is on no crossbar.");
        assertThat(model.drawingProperty().get()).isNull();
        assertThat(model.sentence()).isEqualTo("conv1 is on no crossbar.");
        assertThat(model.caption()).isEmpty();
    }
}
