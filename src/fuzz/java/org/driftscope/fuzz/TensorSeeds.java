package org.driftscope.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.adapter.SparseAdapter;
import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.io.safetensors.Safetensors;
import org.driftscope.io.safetensors.SafetensorsReader;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.Network;

/** Sound adapters and statistics that the fuzzer starts from, of the small network whose layers are conv and fc. */
final class TensorSeeds {
    private static final Map<String, String> METADATA = Map.of(
            AdapterFile.VERSION, "1",
            AdapterFile.SEED, "7",
            AdapterFile.DRIFT, "relative-gaussian 0.2",
            AdapterFile.CALIBRATION, "dora rank 2");

    private TensorSeeds() {}

    /** @param file written over, to get at what the files hold */
    static List<Safetensors> all(Network network, Path file) {
        float[] none = new float[0];
        List<Adapter> lowRank = List.of(
                new LowRankAdapter("conv", 2, 6, 4, 2, ones(24), ones(8), ones(4), ones(4)),
                new LowRankAdapter("fc", 1, 4, 3, 1, ones(4), ones(3), none, ones(3), ones(1), FactorPrecision.FULL));
        List<Adapter> narrow = List.of(new LowRankAdapter(
                "fc", 1, 4, 3, 1, ones(4), ones(3), none, ones(3), ones(1), new FactorPrecision(4, ones(1), ones(1))));
        List<Adapter> others = List.of(
                new SparseAdapter("conv", 6, 4, new int[] {0, 7, 23}, ones(3), ones(4), ones(4)),
                new TileScaleAdapter("fc", new TileGrid(4, 3, 2, 2), ones(4)));
        return List.of(adapters(network, lowRank, file), adapters(network, others, file), adapters(network, narrow, file), statistics(network, file));
    }

    private static Safetensors adapters(Network network, List<Adapter> adapters, Path file) {
        AdapterFile.save(file, network, adapters, METADATA);
        return SafetensorsReader.read(file);
    }

    private static Safetensors statistics(Network network, Path file) {
        FactoryStatistics statistics = new FactoryStatistics(
                Map.of(
                        "conv",
                        new LayerStatistics("conv", 6, List.of(unit(6), unit(6)), List.of(new double[6], new double[6]), 90, 10),
                        "fc",
                        new LayerStatistics("fc", 4, List.of(unit(4)), List.of(new double[4]), 10, 10)),
                Map.of(
                        "conv", new OutputFisher(9, List.of(unit(2), unit(2))),
                        "fc", new OutputFisher(1, List.of(unit(3)))),
                10,
                "abc",
                Preprocessing.preset("cifar10"));
        StatisticsFile.save(file, network, statistics, new Provenance("1", "c", "17", "os", "nd4j", 2, "m", "i", "k"));
        return SafetensorsReader.read(file);
    }

    private static double[] unit(int order) {
        double[] matrix = new double[order * order];
        for (int i = 0; i < order; i++) {
            matrix[i * order + i] = 1;
        }
        return matrix;
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
