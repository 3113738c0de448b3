package org.driftscope.ui.settings.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.data.InputPicture;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.NumberScale;
import org.jspecify.annotations.Nullable;

/** How the open images are prepared, and other ways that could be asked for. Another way opens the files again. */
public final class PreprocessingViewModel {
    /** Stands for the program's own choice. */
    static final String BEST = "Automatic";

    /** Stands for numbers that are no preset's. */
    static final String OWN = "Own numbers";

    /**
     * What is in force.
     *
     * @param preprocessing how images are prepared
     * @param asked whether someone chose it
     * @param channels of the images; 0 where none are open
     * @param sentence why it is so, and how others did; "" if nothing is known
     * @param warning what speaks against it; "" if nothing does
     * @param picture an image as the network takes it; null where none is open
     */
    public record Shown(
            Preprocessing preprocessing,
            boolean asked,
            int channels,
            String sentence,
            String warning,
            @Nullable InputPicture picture) {}

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private Consumer<PreprocessingChoice.Request> asker = request -> {};

    /** Says what is in force. */
    public void show(Shown now) {
        shown.set(now);
    }

    /** @param action opens the files again, prepared as asked */
    public void onAsk(Consumer<PreprocessingChoice.Request> action) {
        asker = action;
    }

    /** Null before anything is open. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What can be chosen for the open images. */
    public List<String> choices() {
        List<String> names = new ArrayList<>(List.of(BEST));
        Shown now = shown.get();
        for (String name : Preprocessing.presets()) {
            Preprocessing preset = Preprocessing.preset(name);
            if (now == null || now.channels() == 0 || fits(preset, now.channels())) {
                names.add(name);
            }
        }
        if (chosen().equals(OWN)) {
            names.add(OWN);
        }
        return names;
    }

    private static boolean fits(Preprocessing preset, int channels) {
        boolean numbers = List.of(1, channels)
                .containsAll(List.of(preset.mean().size(), preset.std().size()));
        return numbers && (!preset.reversed() || channels > 1);
    }

    /** Which of the choices is in force. */
    public String chosen() {
        Shown now = shown.get();
        if (now == null || !now.asked()) {
            return BEST;
        }
        return Preprocessing.presets().contains(now.preprocessing().name())
                ? now.preprocessing().name()
                : OWN;
    }

    /** Which is in force where the list does not say it, and why. */
    public static String why(Shown now) {
        boolean told = now.asked() || !now.sentence().isEmpty() || now.picture() == null;
        return told ? now.sentence() : "Prepared as " + now.preprocessing().name() + ".";
    }

    /** Asks for one of the choices. */
    public void choose(String choice) {
        if (!choice.equals(chosen()) && !choice.equals(OWN)) {
            asker.accept(
                    choice.equals(BEST)
                            ? PreprocessingChoice.Request.none()
                            : PreprocessingChoice.Request.preset(choice));
        }
    }

    /** Why numbers cannot be taken, in words; "" where they can. */
    public String refusal(String mean, String deviation, String scale) {
        try {
            Preprocessing wanted = own(mean, deviation, scale);
            Shown now = shown.get();
            return now == null || now.channels() == 0 || fits(wanted, now.channels())
                    ? ""
                    : "Give one number, or " + now.channels() + ".";
        } catch (NumberFormatException e) {
            return "Give numbers, with commas between them.";
        } catch (SpecException e) {
            return e.userMessage();
        }
    }

    /** Asks for numbers of one's own; does nothing where they cannot be taken. */
    public void ask(String mean, String deviation, String scale) {
        Shown now = shown.get();
        if (refusal(mean, deviation, scale).isEmpty()
                && (now == null || !own(mean, deviation, scale).sameNumbers(now.preprocessing()))) {
            asker.accept(PreprocessingChoice.Request.of(own(mean, deviation, scale)));
        }
    }

    private static Preprocessing own(String mean, String deviation, String scale) {
        return Preprocessing.custom(number(scale), numbers(mean), numbers(deviation));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(PreprocessingViewModel::number)
                .toList();
    }

    /** As a decimal or as a fraction such as 1/255. */
    private static double number(String text) {
        String[] parts = text.strip().split("/", 2);
        double first = Double.parseDouble(parts[0]);
        return parts.length == 1 ? first : first / Double.parseDouble(parts[1]);
    }

    /** As the fields show them. */
    public static String words(List<Double> numbers) {
        return numbers.stream()
                .map(value -> String.valueOf(Math.rint(value * 1e6) / 1e6))
                .map(text -> text.replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(", "));
    }

    /** A scale as people write it. */
    public static String scaleWords(double scale) {
        double inverse = 1 / scale;
        return scale < 1 && Math.abs(inverse - Math.rint(inverse)) < 1e-9
                ? "1/" + NumberScale.plain(Math.rint(inverse))
                : NumberScale.plain(scale);
    }
}
