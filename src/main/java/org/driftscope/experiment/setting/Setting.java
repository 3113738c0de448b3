package org.driftscope.experiment.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

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
        NAMES("a list of names"),
        /** Texts, each of which sets several things of some layers. */
        RULES("a list of settings of layers");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For messages. */
        public String words() {
            return words;
        }
    }

    /**
     * How a setting stands to others and to its specification.
     *
     * @param standsFor the settings that it is only a short way to write
     * @param sets the settings that it brings values of
     * @param reading how its values are read where people write them in words; null where they are plain numbers
     * @param matters whether it changes anything in a specification
     */
    private record Ties(
            Set<String> standsFor,
            Set<String> sets,
            @Nullable Function<String, Double> reading,
            Predicate<ExperimentSpec> matters) {}

    private final String name;
    private final String option;
    private final Kind kind;
    private final String allowed;
    private final Function<ExperimentSpec, Object> reader;
    private final BiFunction<ExperimentSpec, Object, ExperimentSpec> writer;
    private final Ties ties;
    private final SettingWords words;

    private Setting(
            String name,
            Kind kind,
            String allowed,
            Function<ExperimentSpec, Object> reader,
            BiFunction<ExperimentSpec, Object, ExperimentSpec> writer) {
        this.name = name;
        this.option = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        this.kind = kind;
        this.allowed = allowed;
        this.reader = reader;
        this.writer = writer;
        this.ties = new Ties(Set.of(), Set.of(), null, spec -> true);
        this.words = SettingWords.of(name);
    }

    private Setting(Setting from, String option, Ties ties, SettingWords words) {
        this.name = from.name;
        this.option = option;
        this.kind = from.kind;
        this.allowed = from.allowed;
        this.reader = from.reader;
        this.writer = from.writer;
        this.ties = ties;
        this.words = words;
    }

    private Setting tied(Ties others) {
        return new Setting(this, option, others, words);
    }

    /** This setting as a short way to write several others, which alone make up a specification. */
    Setting standingFor(String... others) {
        return tied(new Ties(Set.of(others), Set.of(others), ties.reading, ties.matters));
    }

    /** This setting as a short way to turn off what others set, which count as they are. */
    Setting turningOff(String... others) {
        return tied(new Ties(Set.of(others), Set.of(), ties.reading, ties.matters));
    }

    /** This setting as one that brings values of others with it, which may be changed afterwards. */
    Setting bringing(String... others) {
        return tied(new Ties(ties.standsFor, Set.of(others), ties.reading, ties.matters));
    }

    /** This setting of a number as one that people may also write in words, with a unit. */
    Setting inWords(Function<String, Double> reading) {
        return tied(new Ties(ties.standsFor, ties.sets, reading, ties.matters));
    }

    /** This setting as one that changes nothing in some specifications. */
    Setting where(Predicate<ExperimentSpec> matters) {
        return tied(new Ties(ties.standsFor, ties.sets, ties.reading, matters));
    }

    /** This setting as one that only some methods look at. */
    Setting where(SettingUse use) {
        return where(spec -> use.matters(spec.calibration().method()));
    }

    /** This setting under another name on the command line, where its own is taken. */
    Setting calledOnTheCommandLine(String other) {
        return new Setting(this, other, ties, words);
    }

    /** This setting with what people read of it. */
    Setting worded(SettingWords others) {
        return new Setting(this, option, ties, others);
    }

    /** The settings that this one writes, where it is only a short way to write several; otherwise none. */
    public Set<String> standsFor() {
        return ties.standsFor;
    }

    /** The other settings that a value of this one sets, so that theirs count only if they are written after it. */
    public Set<String> sets() {
        return ties.sets;
    }

    /** How its values are read where people write them in words; empty where they are plain numbers. */
    public Optional<Function<String, Double>> reading() {
        return Optional.ofNullable(ties.reading);
    }

    /** Whether it changes anything in a specification. */
    public boolean matters(ExperimentSpec spec) {
        return ties.matters.test(spec);
    }

    /** Its name on the command line and of its row in the window: words with hyphens. */
    public String option() {
        return option;
    }

    /** What people read of it. */
    public SettingWords words() {
        return words;
    }

    /** Its value in a specification, among others in a sentence. */
    public String tell(ExperimentSpec spec) {
        return words.sentence().apply(read(spec));
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

    /** A whole number that a specification keeps as an int; what no int can hold is refused as it stands. */
    static Setting count(
            String name,
            String allowed,
            Function<ExperimentSpec, Integer> reader,
            BiFunction<ExperimentSpec, Integer, ExperimentSpec> writer) {
        return integer(name, allowed, spec -> (long) reader.apply(spec), (spec, value) -> {
            if (value != value.intValue()) {
                throw new SpecException(name, value, allowed);
            }
            return writer.apply(spec, value.intValue());
        });
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

    /** Like names, but for texts that have commas in them. */
    static Setting rules(
            String name,
            String allowed,
            Function<ExperimentSpec, List<String>> reader,
            BiFunction<ExperimentSpec, List<String>, ExperimentSpec> writer) {
        return new Setting(name, Kind.RULES, allowed, reader::apply, (s, v) -> writer.apply(s, texts(v)));
    }

    /** A value that is a list of names. */
    public static List<String> texts(Object value) {
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

    /**
     * The value that a word stands for.
     *
     * @throws SpecException if it is of the wrong kind
     */
    public Object parse(String word) {
        String text = word.strip();
        try {
            return switch (kind) {
                case INTEGER -> Long.valueOf(text);
                case REAL -> ties.reading == null ? Double.valueOf(text) : ties.reading.apply(text);
                case FLAG -> flag(text);
                case TEXT -> text;
                case NAMES, RULES -> List.of(text);
            };
        } catch (NumberFormatException e) {
            throw new SpecException(name, word, kind.words() + ", " + allowed);
        }
    }

    private Object flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new SpecException(name, text, allowed);
        }
        return text.equals("true");
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
                    case NAMES, RULES -> fitting instanceof List<?>;
                };
        if (!fits) {
            throw new SpecException(name, value, kind.words() + ", " + allowed);
        }
        return writer.apply(spec, fitting);
    }
}
