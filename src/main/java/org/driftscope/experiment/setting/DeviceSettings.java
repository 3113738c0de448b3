package org.driftscope.experiment.setting;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.ExperimentSpec;

/** Settings of the device and of how weights are put on it. */
final class DeviceSettings {
    /** First of all, since it brings a range with it that others may change. */
    static final String DEVICE = "device";

    static final String PROGRAMMING_ERROR_OF = "programmingErrorOf";

    private DeviceSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.text(
                                DEVICE,
                                "one of " + String.join(", ", DeviceKinds.ids()) + ", or a device file",
                                spec -> spec.chip().drift().id(),
                                (spec, value) -> spec.withChip(spec.chip().withDevice(DeviceKinds.named(value))))
                        .bringing(Stream.concat(
                                        Stream.of("gMax", "onOff", "clipToRange", "drift"),
                                        DriftParameter.all().stream().map(DriftParameter::id))
                                .toArray(String[]::new)),
                Setting.text(
                        "mapping",
                        "one of " + String.join(", ", MappingKind.ids()),
                        read(crossbar -> crossbar.mapping().id()),
                        (spec, value) -> change(spec, crossbar -> crossbar.withMapping(MappingKind.of(value)))),
                Setting.real(
                        "gMax",
                        "above 0, µS",
                        read(crossbar -> crossbar.range().gMaxUs()),
                        (spec, value) -> change(spec, crossbar -> crossbar.withRange(scaled(crossbar.range(), value)))),
                Setting.real(
                        "onOff",
                        "above 1, or 0 for a gMin of 0",
                        read(crossbar -> crossbar.range().gMinUs() == 0
                                ? 0
                                : crossbar.range().onOffRatio()),
                        (spec, value) -> change(spec, crossbar -> crossbar.withRange(onOff(crossbar.range(), value)))),
                Setting.choice(
                        "scale",
                        ScaleScope.class,
                        read(CrossbarSpec::scale),
                        (spec, value) -> change(spec, crossbar -> crossbar.withScale(value))),
                Setting.real(
                        "clipPercentile",
                        "above 50, up to 100",
                        read(CrossbarSpec::clipPercentile),
                        (spec, value) -> change(spec, crossbar -> crossbar.withClipPercentile(value))),
                Setting.count(
                        "levels",
                        "0 (continuous) or 2 to 65536",
                        read(crossbar -> crossbar.levels()),
                        (spec, value) -> change(spec, crossbar -> crossbar.withLevels(value))),
                Setting.count(
                        "tile",
                        "1 to 65536",
                        read(crossbar -> crossbar.tileRows()),
                        (spec, value) -> change(spec, crossbar -> crossbar.withTile(value))),
                Setting.real(
                        "programmingError",
                        "0 to 1, a fraction of gMax or of the target",
                        read(crossbar -> crossbar.programmingError().amount()),
                        (spec, value) -> change(
                                spec,
                                crossbar -> crossbar.withProgrammingError(
                                        crossbar.programmingError().withAmount(value)))),
                Setting.choice(
                        PROGRAMMING_ERROR_OF,
                        ProgrammingError.RelativeTo.class,
                        read(crossbar -> crossbar.programmingError().relativeTo()),
                        (spec, value) -> change(
                                spec,
                                crossbar -> crossbar.withProgrammingError(
                                        crossbar.programmingError().withRelativeTo(value)))),
                Setting.flag(
                        "clipToRange",
                        read(CrossbarSpec::clipToRange),
                        (spec, value) -> change(spec, crossbar -> crossbar.withClipToRange(value))));
    }

    private static <T> Function<ExperimentSpec, T> read(Function<CrossbarSpec, T> reader) {
        return spec -> reader.apply(spec.chip().crossbar());
    }

    private static ExperimentSpec change(ExperimentSpec spec, UnaryOperator<CrossbarSpec> change) {
        return spec.withChip(spec.chip().withCrossbar(change.apply(spec.chip().crossbar())));
    }

    /** The same on/off ratio at another highest conductance. */
    private static ConductanceRange scaled(ConductanceRange range, double gMaxUs) {
        return new ConductanceRange(range.gMinUs() / range.gMaxUs() * gMaxUs, gMaxUs);
    }

    private static ConductanceRange onOff(ConductanceRange range, double ratio) {
        return ratio == 0
                ? new ConductanceRange(0, range.gMaxUs())
                : ConductanceRange.ofOnOffRatio(range.gMaxUs(), ratio);
    }
}
