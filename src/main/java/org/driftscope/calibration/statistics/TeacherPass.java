package org.driftscope.calibration.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.ImageNumbers;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs images through the clean network one by one, images in parallel, and makes something of what enters each layer. */
public final class TeacherPass {
    private TeacherPass() {}

    /** Makes something of a layer's input. */
    @FunctionalInterface
    public interface Look<T> {
        /** @param input as {@link org.driftscope.network.run.FeatureTap} shows it; valid only during the call */
        T at(AnalogLayer layer, INDArray input);
    }

    /**
     * Looks at some layers.
     *
     * @param looks by layer's name; called on any thread
     * @return of each image what was made of its layers, by name
     */
    public static <T> List<Map<String, T>> ofEach(
            CompiledNetwork teacher,
            ImageSource images,
            Preprocessing preprocessing,
            Map<String, ? extends Look<T>> looks,
            Workers workers,
            CancelToken cancel) {
        List<Callable<Map<String, T>>> tasks = new ArrayList<>();
        for (int i = 0; i < images.count(); i++) {
            int image = i;
            tasks.add(() -> {
                NativeThreads.useOneHere();
                Map<String, T> made = new HashMap<>();
                try (INDArray input = read(teacher, images, image, preprocessing);
                        INDArray scores = teacher.forward(
                                input,
                                (layer, values) -> {
                                    Look<T> look = looks.get(layer.name());
                                    if (look != null) {
                                        made.put(layer.name(), look.at(layer, values));
                                    }
                                },
                                ImageNumbers.inOrder(),
                                cancel)) {
                    return made;
                }
            });
        }
        return workers.runAll(tasks, cancel);
    }

    /** One image, as often as the network wants images at once. */
    private static INDArray read(CompiledNetwork teacher, ImageSource images, int image, Preprocessing preprocessing) {
        int pixels = images.height() * images.width();
        int values = images.channels() * pixels;
        int rows = Math.max(1, teacher.fixedBatch());
        float[] all = new float[rows * values];
        for (int row = 0; row < rows; row++) {
            images.read(image, all, row * values);
            preprocessing.applyInPlace(all, row * values, images.channels(), pixels);
        }
        return NativeArrays.of(all, rows, images.channels(), images.height(), images.width());
    }
}
