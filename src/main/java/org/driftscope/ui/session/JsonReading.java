package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;

/** Reads fields of a JSON document, with sentences for what is wrong. */
final class JsonReading {
    private JsonReading() {}

    static JsonNode object(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isObject()) {
            throw new DataFormatException("The session's \"" + field + "\" is missing or no object.");
        }
        return node;
    }

    static JsonNode array(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isArray()) {
            throw new DataFormatException("The session's \"" + field + "\" is missing or no list.");
        }
        return node;
    }

    static double number(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isNumber()) {
            throw new DataFormatException("The session's \"" + field + "\" is missing or no number.");
        }
        return node.asDouble();
    }

    static int integer(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw new DataFormatException("The session's \"" + field + "\" is missing or no whole number.");
        }
        return node.asInt();
    }

    static String text(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isTextual()) {
            throw new DataFormatException("The session's \"" + field + "\" is missing or no text.");
        }
        return node.asText();
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode parent, String field) {
        String text = text(parent, field);
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(
                    "The session's \"" + field + "\" is \"" + text + "\", which is not known.", e);
        }
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names in alphabetical order. */
    static ArrayNode names(Collection<String> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.stream().sorted().forEach(array::add);
        return array;
    }

    /** Of layers; sessions of older versions have control characters in them as they are. */
    static List<String> names(JsonNode parent, String field) {
        List<String> names = new ArrayList<>();
        array(parent, field).forEach(name -> names.add(PlainText.of(name.asText())));
        return names;
    }
}
