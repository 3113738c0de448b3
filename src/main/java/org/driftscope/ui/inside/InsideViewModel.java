package org.driftscope.ui.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.data.ImageSource;
import org.driftscope.data.InputPicture;
import org.driftscope.evaluation.FeatureMaps;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** Images, answers and feature maps of the network that is looked into; used from the JavaFX thread. */
public final class InsideViewModel {
    /** Images that are shown; fewer where each takes long. */
    private static final int IMAGES = 60;

    private static final int LARGE_IMAGES = 24;
    private static final long SAMPLE_SEED = 7;

    private final LatestOnly answering;
    private final LatestOnly looking;
    private final ProblemSink problems;
    private final ReadOnlyObjectWrapper<@Nullable InsideSubject> subject = new ReadOnlyObjectWrapper<>(this, "subject");
    private final ReadOnlyObjectWrapper<List<ShownImage>> images =
            new ReadOnlyObjectWrapper<>(this, "images", List.of());
    private final ObjectProperty<@Nullable ShownImage> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final StringProperty layer = new SimpleStringProperty(this, "layer", "");
    private final ReadOnlyObjectWrapper<@Nullable LayerView> view = new ReadOnlyObjectWrapper<>(this, "view");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    /** What the images that are shown were answered for. */
    private @Nullable InsideSubject answered;

    private boolean open;

    public InsideViewModel(BackgroundRunner runner, ProblemSink problems) {
        this.answering = LatestOnly.cancelling(runner);
        this.looking = LatestOnly.cancelling(runner);
        this.problems = problems;
        chosen.subscribe(image -> look());
        layer.subscribe(name -> look());
    }

    /** Nothing is computed while the window is closed. @param now whether it is open */
    public void setOpen(boolean now) {
        open = now;
        if (now) {
            answer();
        } else {
            answering.cancel();
            looking.cancel();
        }
    }

    /** What is looked into from now on. @param now null where no network with images is open */
    public void follow(@Nullable InsideSubject now) {
        InsideSubject before = subject.get();
        if (now != null && now.equals(before)) {
            return;
        }
        boolean another = now == null || before == null || now.workspace() != before.workspace();
        subject.set(now);
        if (another) {
            answered = null;
            images.set(List.of());
            chosen.set(null);
            view.set(null);
            layer.set("");
        }
        answer();
    }

    /** Also shows this layer, where it is one of the network's. */
    public void showLayer(String name) {
        if (layers().contains(name)) {
            layer.set(name);
        }
    }

    List<String> layers() {
        InsideSubject now = subject.get();
        return now == null
                ? List.of()
                : now.workspace().network().analogLayers().stream()
                        .map(AnalogLayer::name)
                        .toList();
    }

    String className(int label) {
        InsideSubject now = subject.get();
        List<String> names = now == null ? List.of() : now.workspace().classNames();
        return label < names.size() ? names.get(label) : Integer.toString(label);
    }

    private void answer() {
        InsideSubject now = subject.get();
        if (!open || now == null || !now.workspace().hasImages()) {
            return;
        }
        if (layer.get().isEmpty() && !layers().isEmpty()) {
            layer.set(layers().get(0));
        }
        stale.set(true);
        answering.submit(Job.<List<ShownImage>>of(
                "Looking at images",
                (progress, cancel) -> ask(now, cancel),
                read -> {
                    if (now == subject.get()) {
                        answered = now;
                        show(read);
                    }
                },
                error -> problems.show("Looking at images", error)));
    }

    /** On a worker. */
    private static List<ShownImage> ask(InsideSubject now, CancelToken cancel) {
        ImageSource source = now.workspace().use(bench -> bench.evaluationImages());
        List<Integer> numbers = sample(source.count(), now.workspace().scoresInParts() ? LARGE_IMAGES : IMAGES);
        Map<NetworkState, List<float[]>> scores = new EnumMap<>(NetworkState.class);
        for (NetworkState state : now.states()) {
            scores.put(state, now.look(state, cancel, (single, network) -> single.scores(network, numbers, cancel)));
        }
        return now.workspace().use(bench -> IntStream.range(0, numbers.size())
                .mapToObj(at -> {
                    int number = numbers.get(at);
                    Map<NetworkState, Answer> answers = new EnumMap<>(NetworkState.class);
                    scores.forEach((state, rows) -> answers.put(state, Answer.of(rows.get(at))));
                    return new ShownImage(
                            number,
                            source.label(number),
                            InputPicture.of(source, bench.preprocessing(), number),
                            answers);
                })
                .toList());
    }

    /** Always the same images of a set, in its order. */
    private static List<Integer> sample(int count, int most) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(all, new Random(SAMPLE_SEED));
        return all.stream().limit(most).sorted().toList();
    }

    private void show(List<ShownImage> read) {
        ShownImage before = chosen.get();
        images.set(read);
        ShownImage same = read.stream()
                .filter(image -> before != null && image.number() == before.number())
                .findFirst()
                .orElseGet(() -> telling(read));
        chosen.set(same);
        // also where the answers are the same: the maps are not
        look();
    }

    /** The image that shows most: one that drift broke and calibration repaired, else one that drift broke. */
    private static @Nullable ShownImage telling(List<ShownImage> read) {
        for (ShownImage.Fate fate : List.of(ShownImage.Fate.REPAIRED, ShownImage.Fate.BROKEN)) {
            for (ShownImage image : read) {
                if (image.fate() == fate) {
                    return image;
                }
            }
        }
        return read.isEmpty() ? null : read.get(0);
    }

    private void look() {
        InsideSubject now = subject.get();
        ShownImage image = chosen.get();
        String name = layer.get();
        if (!open || now == null || image == null || name.isEmpty()) {
            return;
        }
        stale.set(true);
        looking.submit(Job.<LayerView>of(
                "Looking into " + name,
                (progress, cancel) -> {
                    Map<NetworkState, FeatureMaps> maps = new EnumMap<>(NetworkState.class);
                    for (NetworkState state : now.states()) {
                        maps.put(
                                state,
                                now.look(
                                        state,
                                        cancel,
                                        (single, network) -> single.features(network, image.number(), name, cancel)));
                    }
                    return new LayerView(name, image.number(), maps);
                },
                seen -> {
                    if (now == subject.get()) {
                        view.set(seen);
                        stale.set(answered != now);
                    }
                },
                error -> problems.show("Looking into " + name, error)));
    }

    public ReadOnlyObjectProperty<@Nullable InsideSubject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Whether what is shown belongs to other settings, another image or layer, and what does is on its way. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ShownImage>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable ShownImage> chosenProperty() {
        return chosen;
    }

    /** Name of the layer that is looked into; "" before the first. */
    StringProperty layerProperty() {
        return layer;
    }

    ReadOnlyObjectProperty<@Nullable LayerView> viewProperty() {
        return view.getReadOnlyProperty();
    }
}
