package org.driftscope.evaluation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.Cut;

/**
 * What each analog layer computes with, as 64-bit hashes: tells which layers two sets of changes agree in.
 *
 * @param network whose layers they are
 * @param hashes by layer's name, in order of execution; 0 for a layer's own weights
 */
record Fingerprints(Network network, Map<String, Long> hashes) {
    static Fingerprints of(Network network, Map<String, LayerChange> changes) {
        Map<String, Long> hashes = new LinkedHashMap<>();
        for (AnalogLayer layer : network.analogLayers()) {
            LayerChange change = changes.get(layer.name());
            hashes.put(layer.name(), change == null ? 0L : hash(change));
        }
        return new Fingerprints(network, hashes);
    }

    /** Names of the layers that differ; all of them for another network. */
    Set<String> differing(Fingerprints other) {
        if (other.network != network) {
            return hashes.keySet();
        }
        Set<String> names = new HashSet<>();
        hashes.forEach((name, hash) -> {
            if (!hash.equals(other.hashes.get(name))) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether everything that runs before a cut is the same in both. */
    boolean agreeBefore(Cut cut, Fingerprints other, CompiledNetwork compiled) {
        if (other.network != network) {
            return false;
        }
        Cut reached = compiled.lastCutBefore(differing(other));
        return reached != null && reached.step() >= cut.step();
    }

    private static long hash(LayerChange change) {
        long linear = mix(change.addedBias(), mix(change.weights().values(), change.addedBias().length + 1L));
        Readout readout = change.readout();
        return readout == null ? linear : hash(readout, mix(change.outputScale(), linear));
    }

    private static long hash(Readout readout, long start) {
        long hash = mix(
                readout.weights().values(),
                start + 31L * readout.tiles().hashCode() + readout.converters().hashCode());
        for (Readout.Slice slice : readout.slices()) {
            hash = mix(slice.weights().values(), hash);
        }
        ReadNoise noise = readout.noise();
        return noise == null ? hash : mix(noise.sigma(), hash ^ noise.source().key()) + noise.read();
    }

    private static long mix(float[] values, long start) {
        long hash = start;
        for (float value : values) {
            hash = (hash ^ Float.floatToRawIntBits(value)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
