package org.driftscope.experiment.setting;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;

/**
 * One named setting of an {@link ExperimentSpec}: how to read it and how to make a specification with another value.
 * Values are Long, Double, Boolean, String or List of String.
 */
public final class Setting {
    /** What kind of value a setting takes. */
    public enum Kind {
        INTEGER("a whole number"),
        REAL("a number"),
        FLAG("true or false"),
        TEXT("a word"),
        NAMES("a list of names");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For messages. */
        public String words() {
            return words;
        }
    }

    private final String name;
    private final Kind kind;
    private final String allowed;
    private final Function<ExperimentSpec, Object> reader;
    private final BiFunction<ExperimentSpec, Object, ExperimentSpec> writer;

    private Setting(
            String name,
            Kind kind,
            String allowed,
            Function<ExperimentSpec, Object> reader,
            BiFunction<ExperimentSpec, Object, ExperimentSpec> writer) {
        this.name = name;
        this.kind = kind;
        this.allowed = allowed;
        this.reader = reader;
        this.writer = writer;
    }

    static Setting real(
            String name,
            String allowed,
            Function<ExperimentSpec, Double> reader,
            BiFunction<ExperimentSpec, Double, ExperimentSpec> writer) {
        return new Setting(name, Kind.REAL, allowed, reader::apply, (s, v) -> writer.apply(s, (Double) v));
    }

    static Setting integer(
            String name,
            String allowed,
            Function<ExperimentSpec, Long> reader,
            BiFunction<ExperimentSpec, Long, ExperimentSpec> writer) {
        return new Setting(name, Kind.INTEGER, allowed, reader::apply, (s, v) -> writer.apply(s, (Long) v));
    }

    static Setting flag(
            String name,
            Function<ExperimentSpec, Boolean> reader,
            BiFunction<ExperimentSpec, Boolean, ExperimentSpec> writer) {
        return new Setting(name, Kind.FLAG, "true or false", reader::apply, (s, v) -> writer.apply(s, (Boolean) v));
    }

    static Setting text(
            String name,
            String allowed,
            Function<ExperimentSpec, String> reader,
            BiFunction<ExperimentSpec, String, ExperimentSpec> writer) {
        return new Setting(name, Kind.TEXT, allowed, reader::apply, (s, v) -> writer.apply(s, (String) v));
    }

    static <E extends Enum<E>> Setting choice(
            String name,
            Class<E> type,
            Function<ExperimentSpec, E> reader,
            BiFunction<ExperimentSpec, E, ExperimentSpec> writer) {
        return text(
                name,
                "one of " + String.join(", ", EnumWords.all(type)),
                spec -> EnumWords.of(reader.apply(spec)),
                (spec, value) -> writer.apply(spec, EnumWords.parse(name, type, value)));
    }

    static Setting names(
            String name,
            String allowed,
            Function<ExperimentSpec, List<String>> reader,
            BiFunction<ExperimentSpec, List<String>, ExperimentSpec> writer) {
        return new Setting(name, Kind.NAMES, allowed, reader::apply, (s, v) -> writer.apply(s, texts(v)));
    }

    /** As an int; out of range either way, a number stays out of range. */
    static int whole(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The allowed values, for messages and help. */
    public String allowed() {
        return allowed;
    }

    /** The value a specification has. */
    public Object read(ExperimentSpec spec) {
        return reader.apply(spec);
    }

    /**
     * The specification with another value. A whole number is taken where a real one is wanted.
     *
     * @throws SpecException if the value is of the wrong kind or out of range; names this setting
     */
    public ExperimentSpec write(ExperimentSpec spec, Object value) {
        Object fitting = kind == Kind.REAL && value instanceof Long whole ? Double.valueOf(whole) : value;
        boolean fits =
                switch (kind) {
                    case INTEGER -> fitting instanceof Long;
                    case REAL -> fitting instanceof Double;
                    case FLAG -> fitting instanceof Boolean;
                    case TEXT -> fitting instanceof String;
                    case NAMES -> fitting instanceof List<?>;
                };
        if (!fits) {
            throw new SpecException(name, value, kind.words() + ", " + allowed);
        }
        return writer.apply(spec, fitting);
    }
}
