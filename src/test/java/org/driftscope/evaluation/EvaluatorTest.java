package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.data.ImageSource;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.run.ImageNumbers;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EvaluatorTest {
    private static final long CACHE_BYTES = 64 << 20;

    private static final int CLASSES = 5;
    private final ImageSource images = MemoryImages.counting(237, 2, 3, CLASSES);

    /** Knows the class of an image whose pixels are its index, but takes every 10th image for class 0. */
    private static INDArray oracle(INDArray input, ImageNumbers numbers) {
        INDArray scores = Nd4j.zeros(DataType.FLOAT, input.size(0), CLASSES);
        for (int i = 0; i < input.size(0); i++) {
            int index = Math.round(input.getFloat(i, 1, 2, 2));
            scores.putScalar(i, index % 10 == 0 ? 0 : index % CLASSES, 1);
        }
        return scores;
    }

    private Accuracy score(int threads, int batch, int fixedRows, Evaluator.Pass pass) {
        BatchPlan plan = new BatchPlan(images.count(), batch);
        try (Workers workers = new Workers("evaluation", threads);
                Evaluator evaluator = new Evaluator(images, Preprocessing.preset("raw"), workers, CACHE_BYTES)) {
            return evaluator.score(plan, evaluator.from(plan, fixedRows, pass), Progress.none(), new CancelToken());
        }
    }

    @Test
    void everyImageIsScoredOnceWhateverTheThreadsAndBatches() {
        Accuracy one = score(1, 50, 0, EvaluatorTest::oracle);
        assertThat(one.images()).isEqualTo(237);
        assertThat(one.correct()).isEqualTo(237);
        for (int batch : new int[] {1, 7, 237, 400}) {
            assertThat(score(3, batch, 0, EvaluatorTest::oracle).predicted()).isEqualTo(one.predicted());
        }
    }

    @Test
    void aFixedBatchIsFilledUpAndTheFillingIsNotCounted() {
        Accuracy accuracy = score(2, 50, 50, (input, numbers) -> {
            assertThat(input.size(0)).isEqualTo(50);
            return oracle(input, numbers);
        });
        assertThat(accuracy.images()).isEqualTo(237);
        assertThat(accuracy.correct()).isEqualTo(237);
    }

    @Test
    void pixelsArePreprocessed() {
        try (Workers workers = new Workers("evaluation", 1);
                Evaluator evaluator = new Evaluator(images, Preprocessing.preset("mnist"), workers, CACHE_BYTES)) {
            Evaluator.Scorer identity = evaluator.from(new BatchPlan(237, 1), 0, (input, numbers) -> input.dup());
            try (INDArray input = identity.scores(51)) {
                assertThat(input.shape()).containsExactly(1, 2, 3, 3);
                double expected = (51 / 255.0 - 0.1307) / 0.3081;
                assertThat(input.minNumber().doubleValue()).isCloseTo(expected, within(1e-6));
                assertThat(input.maxNumber().doubleValue()).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void theFirstOfEqualScoresWinsAndNaNIsNoAnswer() {
        Accuracy accuracy = score(2, 10, 0, (input, numbers) -> {
            INDArray scores = Nd4j.zeros(DataType.FLOAT, input.size(0), CLASSES);
            if (input.getFloat(0, 0, 0, 0) == 0) {
                scores.putScalar(1, 4, Float.NaN);
                scores.putScalar(2, 2, Float.POSITIVE_INFINITY);
            }
            return scores;
        });
        assertThat(accuracy.nonFinite()).isEqualTo(2);
        assertThat(accuracy.predicted()[0]).isZero();
        assertThat(accuracy.predicted()[1]).isEqualTo(Accuracy.NO_PREDICTION);
        assertThat(accuracy.correct()).isEqualTo(48);
    }

    /** Scores fall from class 0 to class 5 of six, so that only label 5 is not among the first five. */
    @Test
    void aLabelAmongTheFiveHighestScoresCountsForTopFive() {
        ImageSource six = MemoryImages.counting(60, 1, 2, 6);
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(six, Preprocessing.preset("raw"), workers, CACHE_BYTES)) {
            Accuracy accuracy = evaluator.score(
                    new BatchPlan(60, 7),
                    evaluator.from(new BatchPlan(60, 7), 0, (input, numbers) -> falling(input.size(0), 6)),
                    Progress.none(),
                    new CancelToken());
            assertThat(accuracy.top1()).isEqualTo(10 / 60.0);
            assertThat(accuracy.top5()).isEqualTo(50 / 60.0);
        }
    }

    private static INDArray falling(long images, int classes) {
        INDArray scores = Nd4j.create(DataType.FLOAT, images, classes);
        for (int i = 0; i < images; i++) {
            for (int c = 0; c < classes; c++) {
                scores.putScalar(i, c, -c);
            }
        }
        return scores;
    }

    @Test
    void labelsThatTheNetworkDoesNotKnowAreNamed() {
        assertThatThrownBy(() -> score(1, 10, 0, (input, numbers) -> Nd4j.zeros(input.size(0), 3)))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("Image 4 of memory has label 3")
                .hasMessageContaining("only 3 scores");
    }

    @Test
    void cancelStopsBeforeTheNextBatch() {
        CancelToken cancel = new CancelToken();
        AtomicInteger batches = new AtomicInteger();
        BatchPlan plan = new BatchPlan(237, 1);
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(images, Preprocessing.preset("raw"), workers, CACHE_BYTES)) {
            assertThatThrownBy(() -> evaluator.score(
                            plan,
                            evaluator.from(plan, 0, (input, numbers) -> {
                                if (batches.incrementAndGet() == 3) {
                                    cancel.cancel();
                                }
                                return oracle(input, numbers);
                            }),
                            Progress.none(),
                            cancel))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(batches.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void progressEndsAtTheLastImage() {
        ConcurrentLinkedQueue<Long> reports = new ConcurrentLinkedQueue<>();
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(images, Preprocessing.preset("raw"), workers, CACHE_BYTES)) {
            BatchPlan plan = new BatchPlan(237, 50);
            evaluator.score(
                    plan,
                    evaluator.from(plan, 0, EvaluatorTest::oracle),
                    (stage, done, total) -> reports.add(done),
                    new CancelToken());
        }
        assertThat(reports).hasSize(5).contains(237L);
    }

    @Test
    void batchesShrinkWithTheImages() {
        assertThat(BatchPlan.of(images, 0).size()).isEqualTo(50);
        assertThat(BatchPlan.of(MemoryImages.counting(3, 1, 224, 2), 0).size()).isEqualTo(1);
        assertThat(BatchPlan.of(images, 8)).isEqualTo(new BatchPlan(237, 8));
        assertThat(new BatchPlan(237, 50).length(4)).isEqualTo(37);
    }
}
