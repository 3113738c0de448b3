package org.driftscope.io.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file of keys and values. Built on the parser's events: no tags, no anchors and no aliases, hence nothing
 * that could run code or grow; nesting and size are limited.
 */
public final class YamlReader {
    private static final int MAX_DEPTH = 32;
    private static final long MAX_BYTES = 1 << 20;

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** @throws SpecFileException with line and column if the file is not such YAML */
    public static YamlMap read(Path file) {
        String refusal = InputFiles.refusal(file, "a YAML file");
        if (!refusal.isEmpty()) {
            throw new SpecFileException(file + refusal);
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SpecFileException(file + " is larger than 1 MB and hardly an experiment file.");
            }
            return parse(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw new SpecFileException(file + " is not text in UTF-8. Give a YAML file.");
        } catch (IOException e) {
            throw new SpecFileException(file + " cannot be read: " + IoReason.of(e) + ". Check the path.");
        }
    }

    /**
     * @param text YAML
     * @param file its name, for messages
     */
    public static YamlMap parse(String text, String file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            YamlReader reader =
                    new YamlReader(file, new Parse(settings).parseString(text).iterator());
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            throw place(file, e.getProblemMark()).error("not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new SpecFileException(file + " is not valid YAML: " + IoReason.of(e) + ".");
        }
    }

    private YamlMap document() {
        events.next(); // start of stream
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw place(file, start.getStartMark()).error("the file is empty");
        }
        YamlMap root = node(events.next(), 0).map();
        events.next(); // end of document
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw place(file, end.getStartMark()).error("a second document starts; one is allowed");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        Place place = place(file, event.getStartMark());
        if (depth > MAX_DEPTH) {
            throw place.error("nested more than " + MAX_DEPTH + " deep");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, place);
            case SequenceStart -> list(place, depth);
            case MappingStart -> map(place, depth);
            default -> throw place.error("anchors and aliases are not supported; write the value out");
        };
    }

    private static YamlScalar scalar(ScalarEvent event, Place place) {
        if (event.getTag().isPresent()) {
            throw place.error("tags such as " + event.getTag().get() + " are not supported");
        }
        return new YamlScalar(place, event.getValue(), !event.isPlain());
    }

    private YamlList list(Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new YamlList(place, items);
    }

    private YamlMap map(Place place, int depth) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            YamlScalar key = node(next, depth + 1).scalar();
            if (keyPlaces.put(key.text(), key.place()) != null) {
                throw key.place().error("the key '" + key.text() + "' stands here a second time");
            }
            values.put(key.text(), node(events.next(), depth + 1));
        }
        return new YamlMap(place, values, keyPlaces);
    }

    private static Place place(String file, Optional<Mark> mark) {
        return new Place(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }
}
