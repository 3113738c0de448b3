package org.driftscope.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** An option for each of some settings, whose words are read as in files. */
final class SettingOptions {
    private final Map<Setting, OptionSpec> options = new LinkedHashMap<>();
    private final Map<Setting, Function<String, Object>> readers;

    /** @param readers of settings whose values are named otherwise than in an archive */
    SettingOptions(Map<Setting, Function<String, Object>> readers) {
        this.readers = Map.copyOf(readers);
    }

    void addTo(CommandSpec command, List<Setting> settings) {
        for (Setting setting : settings) {
            if (!setting.words().help().isEmpty()) {
                OptionSpec option = option(setting);
                options.put(setting, option);
                command.addOption(option);
            }
        }
    }

    private OptionSpec option(Setting setting) {
        String help = setting.words().help().replace("{default}", usual(setting));
        OptionSpec.Builder option = OptionSpec.builder("--" + setting.option())
                .description(help.replace("%", "%%"))
                .paramLabel(setting.words().param());
        return switch (setting.kind()) {
            case FLAG -> option.type(Boolean.class).negatable(true).build();
            case NAMES -> option.type(List.class)
                    .auxiliaryTypes(String.class)
                    .splitRegex(",")
                    .build();
            case RULES -> option.type(List.class)
                    .auxiliaryTypes(String.class)
                    .converters(text -> read(setting, text))
                    .build();
            case INTEGER, REAL, TEXT -> option.type(Object.class)
                    .converters(text -> read(setting, text))
                    .build();
        };
    }

    private static String usual(Setting setting) {
        return String.valueOf(setting.read(ExperimentSpec.defaults())).replaceAll("\\.0$", "");
    }

    private Object read(Setting setting, String text) {
        return switch (setting.kind()) {
            case INTEGER -> number(text, Long::valueOf, "whole number");
            case REAL -> setting.reading().isPresent()
                    ? setting.reading().get().apply(text)
                    : number(text, Double::valueOf, "number");
            default -> readers.containsKey(setting) ? readers.get(setting).apply(text) : known(setting, text);
        };
    }

    private static Object number(String text, Function<String, Object> reading, String kind) {
        try {
            return reading.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a " + kind);
        }
    }

    /** A word that stands for something, whatever the other settings are. */
    private static String known(Setting setting, String text) {
        setting.write(ExperimentSpec.defaults(), text);
        return text;
    }

    /** What was given, by the settings' names. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        options.keySet().forEach(setting -> given(setting).ifPresent(value -> given.put(setting.name(), value)));
        return given;
    }

    Optional<Object> given(Setting setting) {
        OptionSpec option = options.get(setting);
        @Nullable Object value = option == null ? null : option.getValue();
        return Optional.ofNullable(value);
    }
}
