package org.driftscope.io.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.evaluation.PresetScore;
import org.driftscope.evaluation.PresetTrial;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Percent;

/**
 * How images are prepared, and what speaks for it. Where nothing was asked for, up to a hundred labelled images, of large
 * networks as few as eight, are scored with each preset that networks for such images take, and one that fits clearly better
 * than what the images suggest is taken. What was asked for is taken in any case; a preset that scores clearly better is
 * named, and none is tried where what was asked for does too well for that.
 *
 * @param preprocessing the one to use
 * @param asked whether it was asked for
 * @param sentence for the user: which, why, and how the next best did
 * @param warning why it is probably not the right one; "" if nothing speaks against it
 * @param scores of all presets that were tried, the one taken first, then the best; empty if none were
 */
public record PreprocessingProposal(
        Preprocessing preprocessing, boolean asked, String sentence, String warning, List<PresetScore> scores) {
    /** Images from which on presets that do not differ may be taken to fit alike. */
    private static final int FEW = 50;

    public PreprocessingProposal {
        scores = List.copyOf(scores);
    }

    /** A choice without a trial. */
    static PreprocessingProposal untried(PreprocessingChoice choice) {
        return new PreprocessingProposal(choice.preprocessing(), choice.asked(), choice.sentence(), "", List.of());
    }

    /**
     * Deterministic; takes some seconds at most.
     *
     * @param images to score with, which fit the network
     * @throws org.driftscope.support.SpecException if what is asked for cannot be
     */
    static PreprocessingProposal of(
            PreprocessingChoice.Request request, Network network, ImageSource images, int threads) {
        PreprocessingChoice choice = PreprocessingChoice.of(request, images);
        List<Preprocessing> candidates = new ArrayList<>(List.of(choice.preprocessing()));
        PreprocessingChoice.plausible(images).stream()
                .filter(other -> !other.sameNumbers(choice.preprocessing()))
                .forEach(candidates::add);
        if (request.certain() || candidates.size() == 1 || !isLabelled(images)) {
            return untried(choice);
        }
        List<PresetScore> scores = PresetTrial.score(
                network,
                images,
                candidates,
                first -> choice.asked() && !first.canBeBeaten(),
                threads,
                new CancelToken());
        return choice.asked() ? kept(choice, scores) : best(choice, scores);
    }

    /** One class alone tells nothing: a network that always names it would win. */
    private static boolean isLabelled(ImageSource images) {
        return IntStream.range(1, images.count()).anyMatch(i -> images.label(i) != images.label(0));
    }

    /** As asked, with a warning where another scores clearly better. */
    private static PreprocessingProposal kept(PreprocessingChoice choice, List<PresetScore> scores) {
        PresetScore asked = scores.get(0);
        String warning = scores.stream()
                .filter(other -> other.scoresBetter(asked))
                .max(byScore())
                .map(better -> String.format(
                        Locale.US,
                        "Preprocessing is %s, as asked, but %s scores clearly better: %s against %s on %d images.",
                        asked.preprocessing().name(),
                        better.preprocessing().name(),
                        percent(better),
                        percent(asked),
                        asked.images()))
                .orElse("");
        return new PreprocessingProposal(
                choice.preprocessing(), true, choice.sentence(), warning, ordered(asked, scores));
    }

    /**
     * The best of those that fit clearly better than what the images suggest, and that where none does: luck between presets
     * that fit alike must not prepare other images of the same kind in another way.
     */
    private static PreprocessingProposal best(PreprocessingChoice choice, List<PresetScore> scores) {
        PresetScore suggested = scores.get(0);
        PresetScore taken = scores.stream()
                .filter(other -> other.fitsBetter(suggested))
                .max(byScore())
                .orElse(suggested);
        List<PresetScore> ordered = ordered(taken, scores);
        String why = taken == suggested
                ? choice.sentence().replaceFirst("\\.$", "")
                : "Preprocessing is " + taken.preprocessing().name() + ", which fits best";
        boolean told = ordered.stream().skip(1).allMatch(taken::fitsBetter);
        String sentence = why + ": " + scored(taken, ordered.get(1))
                + (told || taken.images() >= FEW
                        ? ""
                        : " So few cannot tell them all apart: check it, or name a preset.");
        return new PreprocessingProposal(taken.preprocessing(), false, sentence, "", ordered);
    }

    /** What the one taken scores, and the best of the others; one that scores higher by luck is said to. */
    private static String scored(PresetScore taken, PresetScore next) {
        return String.format(
                Locale.US,
                next.top1() > taken.top1()
                        ? "%s %s on %d images. %4$s has %5$s there, too little more to tell from luck."
                        : "%s %s on %d images, next %s %s.",
                taken.preprocessing().name(),
                percent(taken),
                taken.images(),
                next.preprocessing().name(),
                percent(next));
    }

    private static Comparator<PresetScore> byScore() {
        return Comparator.comparingDouble(PresetScore::top1)
                .thenComparing(
                        Comparator.comparingDouble(PresetScore::meanBrier).reversed());
    }

    private static List<PresetScore> ordered(PresetScore first, List<PresetScore> scores) {
        List<PresetScore> others = new ArrayList<>(scores);
        others.remove(first);
        others.sort(byScore().reversed());
        others.add(0, first);
        return others;
    }

    private static String percent(PresetScore score) {
        return Percent.text(score.top1()) + " %";
    }

    /** What a user should read: what was taken where nothing was asked for, and what speaks against it. */
    List<String> notes() {
        if (!warning.isEmpty()) {
            return List.of(warning);
        }
        return asked ? List.of() : List.of(sentence);
    }
}
