package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class EvaluationPartsTest {
    /** So large that a batch holds one. */
    private static final int LARGE = 224;

    private final Workers workers = new Workers("test", 2);

    @AfterEach
    void sendHome() {
        workers.close();
    }

    /** Images of one pixel array, labels sorted as in folders: those of the second half are never found. */
    private static ImageSource images(int count) {
        float[] pixels = new float[LARGE * LARGE];
        float[][] all = new float[count][];
        Arrays.fill(all, pixels);
        int[] labels = IntStream.range(0, count).map(i -> i < count / 2 ? 0 : 1).toArray();
        return new MemoryImages(1, LARGE, LARGE, all, labels, "raw");
    }

    private static Accuracy score(EvaluationParts parts, int part) {
        Evaluator evaluator = parts.part(part);
        ImageSource some = evaluator.images();
        BatchPlan plan = BatchPlan.of(some, 0);
        return evaluator.score(
                plan,
                evaluator.from(plan, 0, (input, numbers) -> Nd4j.createFromArray(new float[][] {{1, 0}})
                        .castTo(DataType.FLOAT)),
                Progress.none(),
                new CancelToken());
    }

    @Test
    void smallImagesAndFewImagesAreOnePart() {
        try (EvaluationParts few = parts(images(20), 0);
                EvaluationParts small = parts(MemoryImages.counting(500, 1, 28, 10), 0);
                EvaluationParts fixed = parts(images(60), 4)) {
            assertThat(few.count()).isOne();
            assertThat(small.count()).isOne();
            assertThat(fixed.count()).as("a network of fixed batches").isOne();
        }
    }

    @Test
    void everyImageOfALargeSetIsInOnePartAndTheFirstPartIsAFairSample() {
        List<Accuracy> heard = new ArrayList<>();
        try (EvaluationParts parts = parts(images(300), 0)) {
            assertThat(parts.count()).isEqualTo(4);
            Accuracy all = parts.gather(Scoring.all(heard::add), part -> score(parts, part));
            assertThat(all.images()).isEqualTo(300);
            assertThat(all.correct()).isEqualTo(150);
            assertThat(heard).extracting(Accuracy::images).containsExactly(20, 80, 260);
            assertThat(heard.get(0).top1())
                    .as("of a set whose first half is right")
                    .isBetween(0.25, 0.75);
            assertThat(parts.gather(Scoring.first(), part -> score(parts, part)).predicted())
                    .isEqualTo(heard.get(0).predicted());
        }
    }

    @Test
    void progressIsThatOfAllImages() {
        List<String> said = new ArrayList<>();
        try (EvaluationParts parts = parts(images(300), 0)) {
            parts.within(2, (stage, done, total) -> said.add(done + "/" + total))
                    .report("Evaluating", 5, 180);
        }
        assertThat(said).containsExactly("85/300");
    }

    @Test
    void aCancelledPartEndsTheGathering() {
        List<Accuracy> heard = new ArrayList<>();
        try (EvaluationParts parts = parts(images(300), 0)) {
            assertThatThrownBy(() -> parts.gather(Scoring.all(heard::add), part -> {
                        if (part == 2) {
                            throw new CancellationException("Cancelled");
                        }
                        return new Accuracy(1, 10, 2);
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(heard).hasSize(2);
    }

    private EvaluationParts parts(ImageSource images, int fixedBatch) {
        return new EvaluationParts(images, fixedBatch, Preprocessing.preset("raw"), workers);
    }
}
