package org.driftscope.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.driftscope.experiment.sweep.TrialWork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.MemoryShortage;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** A task: computes its trials one after the other and tells of each at once; its result has all answers again. */
final class BundleRun extends AbstractFunction1<Iterator<Bundle>, ArrayList<TrialAnswer>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String run;
    private final StudyText text;

    BundleRun(String run, StudyText text) {
        this.run = run;
        this.text = text;
    }

    @Override
    public ArrayList<TrialAnswer> apply(Iterator<Bundle> bundles) {
        ArrayList<TrialAnswer> answers = new ArrayList<>();
        try (TaskCancel cancel = new TaskCancel(TaskContext.get())) {
            while (bundles.hasNext()) {
                Bundle bundle = bundles.next();
                for (int i = 0; i < bundle.indices().length; i++) {
                    TrialAnswer answer = answer(bundle.indices()[i], bundle.keys()[i], cancel.token());
                    ExecutorRoom.tell(answer);
                    answers.add(answer);
                    if (answer.kind() == TrialAnswer.Kind.HOPELESS) {
                        return answers;
                    }
                }
            }
        }
        return answers;
    }

    private TrialAnswer answer(int index, String key, CancelToken cancel) {
        try {
            return TrialAnswer.computed(run, key, ExecutorRoom.open(text).compute(index, key, cancel));
        } catch (InterruptedException | CancellationException e) {
            throw new TaskKilledException();
        } catch (OpenedStudy.MismatchException e) {
            return TrialAnswer.hopeless(run, key, "The worker " + ExecutorRoom.host() + " " + e.userMessage());
        } catch (DriftscopeException e) {
            return ofTrial(e) ? TrialAnswer.refused(run, key, e.userMessage()) : hopeless(key, e);
        } catch (RuntimeException | OutOfMemoryError e) {
            DriftscopeException shortage = MemoryShortage.in(e).orElse(null);
            if (shortage == null) {
                throw e;
            }
            return hopeless(key, shortage);
        }
    }

    /** Whether the study is open, so that it is the trial that cannot be computed. */
    private boolean ofTrial(DriftscopeException e) {
        return !TrialWork.isOfAll(e) && ExecutorRoom.isOpen(text);
    }

    private TrialAnswer hopeless(String key, DriftscopeException e) {
        return TrialAnswer.hopeless(run, key, "The worker " + ExecutorRoom.host() + " says: " + e.userMessage());
    }
}
