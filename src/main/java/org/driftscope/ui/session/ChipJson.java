package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.Devices;
import org.driftscope.device.DriftModel;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.PerLayer;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.SpecException;

/** A chip's settings as JSON and back. */
final class ChipJson {
    /** What sessions have called it from the beginning. */
    private static final String RELATIVE = "relative-gaussian";

    /** The drift model with its parameters. */
    private static final String DRIFT = "drift";

    private static final String PER_LAYER = LayerRules.PER_LAYER.name();

    private static final String SECONDS = "secondsSinceProgramming";

    /** Those that are kept as they are; range, tiles, circuit and drift are kept exactly, part by part. */
    private static final List<Setting> BY_NAME = DeviceSettings.all().stream()
            // what only stands for others is in them
            .filter(setting -> setting.standsFor().isEmpty())
            .filter(setting -> !List.of(
                            DeviceSettings.DEVICE, DeviceSettings.G_MAX, DeviceSettings.ON_OFF, DeviceSettings.TILE)
                    .contains(setting))
            .toList();

    private ChipJson() {}

    static ObjectNode write(ChipSpec chip) {
        CrossbarSpec crossbar = chip.crossbar();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        SettingJson.write(json, BY_NAME, ExperimentSpec.of(chip, CalibrationSpec.defaults()));
        json.put("gMinUs", crossbar.range().gMinUs())
                .put("gMaxUs", crossbar.range().gMaxUs())
                .put("tileRows", crossbar.tileRows())
                .put("tileCols", crossbar.tileCols());
        json.set("circuit", write(crossbar.circuit()));
        json.set(DRIFT, write(chip.drift()));
        if (!chip.perLayer().isEmpty()) {
            // in their order: the later one has the last word
            chip.perLayer().texts().forEach(json.putArray(PER_LAYER)::add);
        }
        return json.put(SECONDS, chip.secondsSinceProgramming()).put(DriftSettings.SEED.name(), chip.seed());
    }

    private static ObjectNode write(CircuitSpec circuit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        circuit.forEach((setting, value) -> json.put(setting.id(), value));
        return json;
    }

    /** Sessions from before there were circuits have ideal ones. */
    private static CircuitSpec readCircuit(JsonNode json) {
        CircuitSpec circuit = CircuitSpec.ideal();
        for (String name : (Iterable<String>) json::fieldNames) {
            CircuitSetting setting = CircuitSettings.all().stream()
                    .filter(known -> known.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new DataFormatException("The session's circuit has \"" + name
                            + "\", which this version does not know. Open it with a newer Driftscope."));
            circuit = circuit.with(setting, JsonReading.number(json, name));
        }
        return circuit;
    }

    private static ObjectNode write(DriftModel drift) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (drift instanceof RelativeGaussianDrift gaussian) {
            return json.put("model", RELATIVE).put("relativeDrift", gaussian.relativeDrift());
        }
        json.put("model", drift.id());
        drift.parameters().forEach((parameter, value) -> json.put(parameter.id(), value));
        return json;
    }

    /** @param devices what names of devices mean */
    static ChipSpec read(JsonNode json, Devices devices) {
        CrossbarSpec crossbar = CrossbarSpec.defaults()
                .withRange(new ConductanceRange(JsonReading.number(json, "gMinUs"), JsonReading.number(json, "gMaxUs")))
                .withTiles(JsonReading.integer(json, "tileRows"), JsonReading.integer(json, "tileCols"))
                .withCircuit(readCircuit(json.path("circuit")));
        JsonNode seed = json.path(DriftSettings.SEED.name());
        if (!seed.canConvertToLong()) {
            throw new DataFormatException(
                    "The session's \"" + DriftSettings.SEED.name() + "\" is missing or no whole number.");
        }
        ChipSpec chip = new ChipSpec(
                crossbar,
                readDrift(JsonReading.object(json, DRIFT), devices),
                JsonReading.number(json, SECONDS),
                seed.asLong());
        ExperimentSpec ground =
                ExperimentSpec.of(chip, CalibrationSpec.defaults()).withDevices(devices);
        ExperimentSpec read = SettingJson.read(json, BY_NAME, ground);
        return read.chip().withPerLayer(readPerLayer(json, read));
    }

    /** Sessions from before layers could differ, and those where none does, say nothing of it. */
    private static PerLayer readPerLayer(JsonNode json, ExperimentSpec ground) {
        if (!json.has(PER_LAYER)) {
            return PerLayer.none();
        }
        try {
            return LayerRules.of(
                    JsonReading.names(json, PER_LAYER).stream()
                            .map(LayerRule::parse)
                            .toList(),
                    ground);
        } catch (SpecException e) {
            throw new DataFormatException("The session's " + e.userMessage(), e);
        }
    }

    private static DriftModel readDrift(JsonNode json, Devices devices) {
        String model = JsonReading.text(json, "model");
        if (model.equals(RELATIVE)) {
            return new RelativeGaussianDrift(JsonReading.number(json, "relativeDrift"));
        }
        return devices.find(model)
                .map(kind -> withParameters(kind.model(), json))
                .orElseThrow(() -> new DataFormatException("The session's drift model is \"" + model
                        + "\", which this version does not know. Open it with a newer Driftscope."));
    }

    /** Those that an older session lacks are as by default. */
    private static DriftModel withParameters(DriftModel model, JsonNode json) {
        DriftModel changed = model;
        for (DriftParameter parameter : model.parameters().keySet()) {
            if (json.has(parameter.id())) {
                changed = parameter.in(changed, JsonReading.number(json, parameter.id()));
            }
        }
        return changed;
    }
}
