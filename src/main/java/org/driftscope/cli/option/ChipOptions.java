package org.driftscope.cli.option;

import static org.driftscope.experiment.setting.DeviceSettings.CIRCUIT_PRESET;
import static org.driftscope.experiment.setting.DeviceSettings.DEVICE;
import static org.driftscope.experiment.setting.DeviceSettings.G_MAX;
import static org.driftscope.experiment.setting.DeviceSettings.ON_OFF;
import static org.driftscope.experiment.setting.DriftSettings.AGE;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT_LAYERS;
import static org.driftscope.experiment.setting.DriftSettings.SEED;
import static org.driftscope.experiment.setting.LayerRules.PER_LAYER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.crossbar.CircuitPreset;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The device, its mapping and its drift: an option for each setting of the chip, and one for all of the circuit. */
public final class ChipOptions {
    @Option(
            names = "--g-min",
            paramLabel = "US",
            description = "Lowest conductance, µS (default: the device's, else 0).")
    @Nullable
    Double gMinUs;

    @Option(
            names = "--chip",
            paramLabel = "FILE",
            converter = ChipConverter.class,
            description =
                    "One chip whose cells were measured, in place of a device: an NPZ file of the names that 'chip export'"
                            + " writes.")
    @Nullable
    DeviceKind measured;

    @Mixin
    CircuitOption circuit = new CircuitOption();

    private final SettingOptions options =
            new SettingOptions(Map.of(DEVICE, this::opened, PER_LAYER, text -> LayerRule.parse(text, this::opened)
                    .text()));
    private Devices devices = Devices.listed();
    private @Nullable Double onOffOtherwise;
    private @Nullable List<String> drifting;

    @Spec(Spec.Target.MIXEE)
    void addSettings(CommandSpec command) {
        options.addTo(command, Settings.of(Part.DEVICE));
        options.addTo(command, Settings.of(Part.DRIFT));
        options.addTo(command, Settings.of(Part.LAYERS));
    }

    private String opened(String name) {
        DeviceKind device = DeviceFiles.named(name, Path.of(""));
        devices = devices.with(device);
        return device.id();
    }

    /** What a published circuit that was asked for has beside what is set here; empty where nothing is missing. */
    public Optional<String> missing() {
        return options.given(CIRCUIT_PRESET)
                .map(word -> EnumWords.parse(CIRCUIT_PRESET.name(), CircuitPreset.class, (String) word))
                .filter(preset -> !preset.missing().isEmpty())
                .map(preset -> preset.label() + ": " + preset.missing());
    }

    /** Relative drift; empty where none was given. */
    public Optional<Double> drift() {
        return options.given(DRIFT).map(Double.class::cast);
    }

    public long seed() {
        return options.given(SEED).map(Long.class::cast).orElse(0L);
    }

    /** An on/off ratio where the command line says nothing of the lowest conductance. */
    public void onOffOtherwise(double ratio) {
        onOffOtherwise = ratio;
    }

    /** Which layers drift, by another option's names. */
    public void drifting(List<String> names) {
        drifting = names;
    }

    /** The chip asked for. @param driftOtherwise relative drift where none was given */
    public ChipSpec spec(double driftOtherwise) {
        DeviceKind device = device();
        boolean drifts = device.id().equals(DeviceKinds.RELATIVE.id());
        double drift = drifts ? drift().orElse(driftOtherwise) : 0;
        ExperimentSpec usual = ExperimentSpec.of(ChipSpec.of(drift, 0).withDevice(device), CalibrationSpec.defaults())
                .withDevices(devices);
        Map<String, Object> given = options.given();
        given.remove(DEVICE.name());
        // the range is what the options say together, not one after the other
        given.remove(G_MAX.name());
        given.remove(ON_OFF.name());
        ChipSpec chip = Settings.with(usual, given).chip();
        options.given(AGE).filter(age -> !chip.ages()).ifPresent(age -> {
            throw new SpecException(
                    "--" + AGE.option(),
                    Age.words((double) age),
                    "left out, since the device " + device.id() + " does not age");
        });
        return chip.withCrossbar(chip.crossbar()
                .withRange(range(device))
                .withCircuit(circuit.spec(chip.crossbar().circuit())));
    }

    private DeviceKind device() {
        if (measured != null) {
            if (options.given(DEVICE).isPresent()) {
                throw new SpecException(
                        "--" + DEVICE.option(), options.given(DEVICE).get(), "left out where --chip brings the cells");
            }
            return measured;
        }
        return options.given(DEVICE).map(id -> devices.named((String) id)).orElse(DeviceKinds.RELATIVE);
    }

    /** Whether the command line asks for cells that have drifted. */
    public boolean drifts() {
        return drift().isPresent() || device().model().ages() || spec(0).drifts();
    }

    public LayerChoice layers() {
        if (drifting != null) {
            return new LayerChoice(drifting);
        }
        Map<String, Object> given = options.given();
        given.keySet().retainAll(List.of(DRIFT_LAYERS.name()));
        return Settings.with(ExperimentSpec.defaults(), given).driftedLayers();
    }

    /** A file of measured cells. */
    static final class ChipConverter implements ITypeConverter<DeviceKind> {
        @Override
        public DeviceKind convert(String file) {
            return DeviceFiles.open(Path.of(file));
        }
    }

    private ConductanceRange range(DeviceKind device) {
        Optional<Double> onOff = options.given(ON_OFF).map(Double.class::cast);
        if (onOff.isPresent() && gMinUs != null) {
            throw new SpecException(
                    "--g-min",
                    gMinUs + " µS",
                    "left out where --" + ON_OFF.option() + " is given, since each sets the other");
        }
        ConductanceRange measured = device.usualRange();
        double highest = options.given(G_MAX).map(Double.class::cast).orElse(measured.gMaxUs());
        if (gMinUs != null) {
            return new ConductanceRange(gMinUs, highest);
        }
        Optional<Double> ratio = onOff.or(() -> Optional.ofNullable(onOffOtherwise));
        return ratio.isPresent()
                ? ConductanceRange.ofOnOffRatio(highest, ratio.get())
                : new ConductanceRange(measured.gMinUs(), highest);
    }
}
