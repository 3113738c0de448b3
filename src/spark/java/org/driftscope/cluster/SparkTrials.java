package org.driftscope.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.TrialExecutor;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Failure;

/** Computes trials on a Spark cluster. The driver alone writes: what arrives together goes into one transaction. */
final class SparkTrials implements TrialExecutor {
    private static final long LOOK_MS = 100;

    private final JavaSparkContext spark;
    private final BenchFiles files;
    private final Workbench bench;

    SparkTrials(JavaSparkContext spark, BenchFiles files, Workbench bench) {
        this.spark = spark;
        this.files = files;
        this.bench = bench;
    }

    @Override
    public void run(Sweep sweep, List<List<Job>> chips, Ledger ledger, CancelToken cancel) {
        List<List<Job>> open = new ArrayList<>();
        Map<String, Job> byKey = new HashMap<>();
        for (List<Job> chip : chips) {
            cancel.throwIfCancelled();
            List<Job> wanted = chip.stream().filter(ledger::begin).toList();
            wanted.forEach(job -> byKey.put(job.key(), job));
            if (!wanted.isEmpty()) {
                open.add(wanted);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        try {
            List<Bundle> bundles = Bundle.pack(open, cores(cancel));
            compute(StudyText.of(files, sweep, bench), bundles, byKey, ledger, cancel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    private void compute(StudyText text, List<Bundle> bundles, Map<String, Job> open, Ledger ledger, CancelToken cancel)
            throws InterruptedException {
        String run = UUID.randomUUID().toString();
        JavaRDD<Bundle> tasks = spark.parallelize(bundles, bundles.size());
        try (Arrivals arrivals = Arrivals.open(run)) {
            SimpleFutureAction<BoxedUnit> job = spark.sc()
                    .submitJob(
                            tasks.rdd(),
                            new BundleRun(run, text),
                            places(bundles.size()),
                            (place, answers) -> {
                                answers.forEach(Arrivals::deliver);
                                return BoxedUnit.UNIT;
                            },
                            () -> BoxedUnit.UNIT);
            try {
                collect(job, arrivals, open, ledger, cancel);
            } finally {
                if (!job.isCompleted()) {
                    job.cancel();
                }
            }
        }
    }

    private static Seq<Object> places(int count) {
        List<Object> places =
                IntStream.range(0, count).<Object>mapToObj(place -> place).toList();
        return CollectionConverters.asScala(places).toSeq();
    }

    private void collect(
            SimpleFutureAction<BoxedUnit> job,
            Arrivals arrivals,
            Map<String, Job> open,
            Ledger ledger,
            CancelToken cancel)
            throws InterruptedException {
        while (true) {
            boolean over = job.isCompleted();
            List<TrialAnswer> some = arrivals.take(LOOK_MS);
            book(some, open, ledger);
            cancel.throwIfCancelled();
            if (over && some.isEmpty()) {
                break;
            }
        }
        if (job.value().get() instanceof Failure<?> failure) {
            throw failed(failure.exception(), cancel);
        }
    }

    /** Hands answers on; the same one may come twice, by itself and with its task, or from two tasks. */
    private static void book(List<TrialAnswer> answers, Map<String, Job> open, Ledger ledger) {
        List<Done> done = new ArrayList<>();
        List<TrialAnswer> others = new ArrayList<>();
        for (TrialAnswer answer : answers) {
            if (answer.kind() == TrialAnswer.Kind.COMPUTED) {
                Job job = open.remove(answer.key());
                if (job != null) {
                    done.add(new Done(job, answer.trial()));
                }
            } else {
                others.add(answer);
            }
        }
        if (!done.isEmpty()) {
            ledger.finished(done);
        }
        for (TrialAnswer answer : others) {
            DriftscopeException why = new DriftscopeException(answer.text());
            if (answer.kind() == TrialAnswer.Kind.HOPELESS) {
                throw why;
            }
            Job job = open.remove(answer.key());
            if (job != null) {
                ledger.refused(job, why);
            }
        }
    }

    private RuntimeException failed(Throwable failure, CancelToken cancel) throws InterruptedException {
        SparkContext context = spark.sc();
        if (context.isStopped()) {
            // a signal stops Spark and cancels at once, in either order
            Thread.sleep(10 * LOOK_MS);
        }
        if (cancel.isCancelled()) {
            return new CancellationException("Cancelled");
        }
        String losses = Executors.current().losses();
        return new DriftscopeException(
                "The cluster gave up. "
                        + (losses.isEmpty() ? firstLine(failure) : losses)
                        + " What had finished is in the archive; the same command goes on from there. If a worker"
                        + " lacked memory, give executors more (spark.executor.memory) or fewer cores.",
                failure);
    }

    /** Without the stack that Spark puts behind it. */
    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Waits for the first executors. */
    private int cores(CancelToken cancel) throws InterruptedException {
        int cores = 0;
        while (cores == 0) {
            cancel.throwIfCancelled();
            if (spark.sc().isStopped()) {
                throw new DriftscopeException(SparkCluster.noAnswer(spark.master()));
            }
            cores = Executors.current().cores(LOOK_MS);
        }
        return cores;
    }

    @Override
    public void close() {
        spark.close();
    }
}
