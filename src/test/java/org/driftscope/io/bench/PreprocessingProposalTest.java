package org.driftscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.data.PreprocessingChoice.Request;
import org.driftscope.io.image.ImageOptions;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.junit.jupiter.api.Test;

/** On the bundled sample, which was trained with preset cifar10. */
class PreprocessingProposalTest {
    private static final Path SAMPLE = Path.of(System.getProperty("sample.data"));
    private final Network network = OnnxReader.read(SAMPLE.resolve("model.onnx"));
    private final ImageSource images = ImageReader.open(SAMPLE.resolve("evaluation.bin"), ImageOptions.none());

    /** The same images under a content that suggests something else. */
    private ImageSource suggesting(String preset) {
        return (ImageSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ImageSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("suggestedPreprocessing") ? preset : method.invoke(images, arguments));
    }

    private PreprocessingProposal propose(Request request, int threads) {
        return PreprocessingProposal.of(request, network, images, threads);
    }

    @Test
    void whereNoneIsGivenAHundredImagesAreScoredAndTheNextIsSaid() {
        PreprocessingProposal proposal = propose(Request.none(), 2);
        assertThat(proposal.asked()).isFalse();
        assertThat(proposal.scores().get(0).images()).isEqualTo(100);
        assertThat(proposal.preprocessing().name()).isEqualTo("cifar10");
        assertThat(proposal.sentence())
                .matches(
                        "Preprocessing is cifar10, .*: cifar10 [0-9.]+ % on 100 images(, next|\\.) \\S+ .*[0-9.]+ %.*");
        assertThat(proposal.notes()).containsExactly(proposal.sentence());
        assertThat(propose(Request.none(), 1).sentence()).isEqualTo(proposal.sentence());
    }

    /** The same pixels under a content that suggests another preset: what the network was trained with still wins. */
    @Test
    void aSuggestionThatIsClearlyBeatenIsNotTaken() {
        PreprocessingProposal proposal = PreprocessingProposal.of(Request.none(), network, suggesting("caffe"), 2);
        assertThat(proposal.preprocessing().name()).isNotEqualTo("caffe");
        assertThat(proposal.sentence()).contains("which fits best", "on 100 images");
    }

    @Test
    void whatIsAskedForIsTakenButABetterOneIsNamed() {
        PreprocessingProposal proposal = propose(Request.preset("raw"), 2);
        assertThat(proposal.preprocessing().name()).isEqualTo("raw");
        assertThat(proposal.warning())
                .contains("Preprocessing is raw, as asked, but", "scores clearly better", "on 100 images.");
        PreprocessingProposal right = propose(Request.preset("cifar10"), 2);
        assertThat(right.notes()).isEmpty();
        assertThat(right.scores().size() > 1)
                .as("others are tried where the first does not do too well to be beaten")
                .isEqualTo(right.scores().get(0).canBeBeaten());
        assertThat(propose(Request.certain("raw"), 2).notes()).isEmpty();
    }

    @Test
    void tooFewImagesToTellPresetsApartAreSaidToBe() {
        ImageSource few = new ImageSubset(images, new int[] {0, 41, 82, 123, 164, 205});
        assertThat(PreprocessingProposal.of(Request.none(), network, few, 2).sentence())
                .contains("on 6 images", " So few cannot tell them all apart");
    }

    /** A sentence that says "no other fits better" beside a higher number would contradict itself. */
    @Test
    void oneThatScoresHigherByLuckIsSaidTo() {
        int lucky = 0;
        for (int from = 0; from < 200; from += 10) {
            ImageSource few =
                    new ImageSubset(images, IntStream.range(from, from + 10).toArray());
            PreprocessingProposal proposal = PreprocessingProposal.of(Request.none(), network, few, 2);
            boolean higher =
                    proposal.scores().get(1).top1() > proposal.scores().get(0).top1();
            lucky += higher ? 1 : 0;
            assertThat(proposal.sentence().contains("too little more to tell from luck"))
                    .as(proposal.sentence())
                    .isEqualTo(higher);
            assertThat(proposal.sentence().contains(", next ")).isEqualTo(!higher);
        }
        assertThat(lucky).isPositive();
    }

    @Test
    void numbersOfOnesOwnAreCheckedToo() {
        Request scaled = new Request(null, null, List.of(), List.of(1000.0));
        assertThat(propose(scaled, 2).warning()).contains("Preprocessing is custom, as asked");
    }

    @Test
    void presetsOfTheSameNumbersCountOnce() {
        List<String> names = PreprocessingChoice.plausible(images).stream()
                .map(preset -> preset.name())
                .toList();
        assertThat(names)
                .startsWith("cifar10")
                .contains("cifar10-own", "unit", "raw", "signed")
                .doesNotContain("imagenet");
    }
}
