package org.driftscope.ui.settings.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError.RelativeTo;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** The settings of the cells that few people change, as properties for controls. */
public final class DeviceSettingsModel {
    private final DoubleProperty gMinUs = new SimpleDoubleProperty(this, "gMinUs");
    private final ObjectProperty<ScaleScope> scale = new SimpleObjectProperty<>(this, "scale");
    private final DoubleProperty clipPercentile = new SimpleDoubleProperty(this, "clipPercentile");
    private final DoubleProperty programmingError = new SimpleDoubleProperty(this, "programmingError");
    private final ObjectProperty<RelativeTo> errorOf = new SimpleObjectProperty<>(this, "errorOf");
    private final DoubleProperty tile = new SimpleDoubleProperty(this, "tile");
    private final BooleanProperty clipToRange = new SimpleBooleanProperty(this, "clipToRange");

    private final Map<DriftParameter, DoubleProperty> parameters = new LinkedHashMap<>();

    DeviceSettingsModel(StateHistory history) {
        for (DriftParameter parameter : DriftParameter.all()) {
            DoubleProperty property = new SimpleDoubleProperty(this, parameter.id());
            SettingTie.tie(
                    history,
                    parameter.label().toLowerCase(Locale.ROOT),
                    property,
                    s -> parameter.of(s.chip().drift()),
                    (s, value) -> with(s, parameter, value.doubleValue()));
            parameters.put(parameter, property);
        }
        SettingTie.tie(
                history,
                "G min",
                gMinUs,
                s -> s.chip().crossbar().range().gMinUs(),
                (s, value) -> DeviceRange.withLowest(s, value.doubleValue()));
        tie(history, "weight scale", scale, CrossbarSpec::scale, CrossbarSpec::withScale);
        tie(
                history,
                "clip percentile",
                clipPercentile,
                CrossbarSpec::clipPercentile,
                (spec, value) -> spec.withClipPercentile(value.doubleValue()));
        tie(
                history,
                "programming error",
                programmingError,
                spec -> spec.programmingError().amount(),
                (spec, value) ->
                        spec.withProgrammingError(spec.programmingError().withAmount(value.doubleValue())));
        tie(
                history,
                "what the programming error is of",
                errorOf,
                spec -> spec.programmingError().relativeTo(),
                (spec, value) ->
                        spec.withProgrammingError(spec.programmingError().withRelativeTo(value)));
        tie(
                history,
                "tile size",
                tile,
                spec -> (double) spec.tileRows(),
                (spec, value) -> spec.withTile(value.intValue()));
        tie(history, "clipping to the range", clipToRange, CrossbarSpec::clipToRange, CrossbarSpec::withClipToRange);
    }

    private static <T> void tie(
            StateHistory history,
            String name,
            Property<T> property,
            Function<CrossbarSpec, T> get,
            BiFunction<CrossbarSpec, T, CrossbarSpec> set) {
        SettingTie.tie(
                history,
                name,
                property,
                s -> get.apply(s.chip().crossbar()),
                (s, value) -> s.withCrossbar(set.apply(s.chip().crossbar(), value)));
    }

    static ExplorerState with(ExplorerState state, DriftParameter parameter, double value) {
        return state.withChip(state.chip().withDrift(parameter.in(state.chip().drift(), value)));
    }

    /** What devices let people set, with a property each. */
    public Map<DriftParameter, DoubleProperty> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Lowest conductance, µS. */
    public DoubleProperty gMinUsProperty() {
        return gMinUs;
    }

    /** What shares one weight scale. */
    public ObjectProperty<ScaleScope> scaleProperty() {
        return scale;
    }

    /** Percentile of |w|, %. */
    public DoubleProperty clipPercentileProperty() {
        return clipPercentile;
    }

    /** A fraction. */
    public DoubleProperty programmingErrorProperty() {
        return programmingError;
    }

    /** What that is a fraction of. */
    public ObjectProperty<RelativeTo> errorOfProperty() {
        return errorOf;
    }

    /** Rows and columns of a tile. */
    public DoubleProperty tileProperty() {
        return tile;
    }

    /** Whether drifted conductances are clipped to the range. */
    public BooleanProperty clipToRangeProperty() {
        return clipToRange;
    }
}
