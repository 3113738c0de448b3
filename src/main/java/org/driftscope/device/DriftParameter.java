package org.driftscope.device;

import java.util.List;
import java.util.Locale;
import org.driftscope.support.SpecException;

/**
 * A number that a drift model lets people set, declared once for files, options, the window and the identity of trials.
 *
 * @param id name in files, e.g. "toyRate"; kept for ever
 * @param label name in the window, a noun in sentence case, with the unit
 * @param least lowest value
 * @param most highest value
 * @param usual the default
 * @param meaning a sentence without a stop
 */
public record DriftParameter(String id, String label, double least, double most, double usual, String meaning) {
    /** Of all devices that need no file. */
    public static List<DriftParameter> all() {
        return DeviceKinds.all().stream()
                .flatMap(kind -> kind.model().parameters().keySet().stream())
                .distinct()
                .toList();
    }

    /** Its name on the command line and of its row: words with hyphens. */
    public String option() {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What may be given, for help and messages. */
    public String allowed() {
        return least + " to " + most;
    }

    /**
     * A model with another value of this.
     *
     * @throws SpecException if the value is out of range, or the model has no such parameter and it is not the default
     */
    public DriftModel in(DriftModel model, double value) {
        if (!(value >= least && value <= most)) {
            throw new SpecException(id, value, allowed());
        }
        if (model.parameters().containsKey(this)) {
            return model.with(this, value);
        }
        if (value != usual) {
            throw new SpecException(id, value, "left out, since the device " + model.id() + " has no such parameter");
        }
        return model;
    }

    /** The value that a model has; the default where it has no such parameter. */
    public double of(DriftModel model) {
        return model.parameters().getOrDefault(this, usual);
    }
}
