package org.driftscope.experiment.spec;

import java.util.List;
import org.driftscope.network.Network;

/** In what some of a chip's layers differ from the others; equal where they differ in the same. */
public interface PerLayer {
    /** All layers alike. */
    static PerLayer none() {
        return Alike.ALL;
    }

    /** One line a difference, as people write them; none where all layers are alike. */
    List<String> texts();

    /**
     * What a layer is made as.
     *
     * @param common what holds where nothing else is said
     */
    ChipSpec of(ChipSpec common, String layer, Network network);

    /** Whether a layer is not on crossbars at all. */
    boolean isDigital(String layer, Network network);

    /** What layers that differ are made as, whether a network has such layers or not. */
    List<ChipSpec> kinds(ChipSpec common);

    /**
     * Refuses a network without the layers that are named.
     *
     * @throws org.driftscope.support.SpecException with the layers that there are
     */
    void requireIn(Network network);

    default boolean isEmpty() {
        return texts().isEmpty();
    }

    /** The value where no layer differs. */
    enum Alike implements PerLayer {
        ALL;

        @Override
        public List<String> texts() {
            return List.of();
        }

        @Override
        public ChipSpec of(ChipSpec common, String layer, Network network) {
            return common;
        }

        @Override
        public boolean isDigital(String layer, Network network) {
            return false;
        }

        @Override
        public List<ChipSpec> kinds(ChipSpec common) {
            return List.of();
        }

        @Override
        public void requireIn(Network network) {}
    }
}
