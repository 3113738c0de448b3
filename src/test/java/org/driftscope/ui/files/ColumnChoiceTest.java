package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftscope.io.device.TableOptions;
import org.driftscope.io.device.TablePreview;
import org.driftscope.io.device.ValueUnit;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {
    private static final TablePreview TABLE = preview(false, false);

    private static TablePreview preview(boolean arrays, boolean wide) {
        return new TablePreview(
                List.of("a", "b", "c", "d"), List.of("1", "2", "3", "4"), List.of(List.of("1")), arrays, wide);
    }

    @Test
    void whatIsMissingIsSaidOneAfterTheOther() {
        ColumnChoice choice = ColumnChoice.none(TABLE);
        assertThat(choice.missing()).contains("time");
        choice = choice.with(1, ColumnRole.TIME);
        assertThat(choice.missing()).contains("conductance");
        choice = choice.with(2, ColumnRole.RESISTANCE);
        assertThat(choice.missing()).contains("cells apart");
        choice = choice.with(0, ColumnRole.CELL);
        assertThat(choice.missing()).isEmpty();
        assertThat(choice.options())
                .isEqualTo(new TableOptions("1", "2", "", "3", TableOptions.NONE, null, "", false, false));
        assertThat(ColumnChoice.none(preview(false, true)).missing()).isEmpty();
        assertThat(ColumnChoice.none(preview(false, true)).options().wide()).isTrue();
    }

    @Test
    void aRoleIsOfOneColumnAndValuesAreMeasuredOneWay() {
        ColumnChoice choice = ColumnChoice.none(TABLE)
                .with(0, ColumnRole.CELL)
                .with(1, ColumnRole.TIME)
                .with(2, ColumnRole.CONDUCTANCE);
        assertThat(choice.with(3, ColumnRole.CELL).missing()).contains("one column only: Cell");
        assertThat(choice.with(3, ColumnRole.CELL).with(3, ColumnRole.TARGET).missing())
                .isEmpty();
        assertThat(choice.with(3, ColumnRole.RESISTANCE).missing()).contains("not both");
    }

    @Test
    void whatWasSaidIsRemembered() {
        ColumnChoice choice = new ColumnChoice(
                TABLE,
                List.of(ColumnRole.CELL, ColumnRole.TIME, ColumnRole.CONDUCTANCE, ColumnRole.TARGET),
                ValueUnit.NANOSIEMENS,
                "h",
                true);
        assertThat(ColumnChoice.of(TABLE, choice.remembered())).isEqualTo(choice);
        for (String other : List.of("", "x", "||false|CELL", "furlong||false|CELL|TIME|CONDUCTANCE|TARGET")) {
            assertThat(ColumnChoice.of(TABLE, other)).as(other).isEqualTo(ColumnChoice.none(TABLE));
        }
    }
}
