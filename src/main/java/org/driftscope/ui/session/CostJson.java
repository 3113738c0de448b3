package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;

/** Device figures as JSON and back; only those that are not at their default are written. */
final class CostJson {
    private CostJson() {}

    static ObjectNode write(CostAssumptions figures) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        figures.changed().forEach((quantity, value) -> json.put(JsonReading.name(quantity), value));
        return json;
    }

    /** @param json missing in sessions of older versions */
    static CostAssumptions read(JsonNode json) {
        CostAssumptions figures = CostAssumptions.defaults();
        for (CostQuantity quantity : CostQuantity.values()) {
            String name = JsonReading.name(quantity);
            if (json.has(name)) {
                figures = figures.with(quantity, JsonReading.number(json, name));
            }
        }
        return figures;
    }
}
