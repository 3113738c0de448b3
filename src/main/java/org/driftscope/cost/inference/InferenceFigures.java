package org.driftscope.cost.inference;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.Footprint;

/**
 * From work to energy, time and area. A product of a layer at one position takes {@code R = ceil(input bits / bits a read)}
 * reads of all its cells and rows, and C conversions of each column of each tile:
 *
 * <pre>
 * cells  E = cells R e_cell            t = R t_read                     a = cells a_cell
 * DACs   E = rows R e_dac 2^(b - 1)    b input bits a read              a = rows a_dac 2^(b - 1)
 * ADCs   E = columns C e_adc g^(n - 8) t = ceil(widest C / ADCs) t_adc  a = tiles ADCs a_adc g^(n - 8), n ADC bits
 * SRAM   E = MACs bits/parameter e_sram / positions served             a = bits a_sram
 * MACs   E = MACs e_mac                t = MACs t_mac / at once         a = at once a_mac
 * </pre>
 *
 * Tiles of a layer work at once, layers and positions after one another, and a correction's arithmetic after its layer. Sources
 * of the figures: {@link CostQuantity}.
 */
final class InferenceFigures {
    private static final double PICO = 1e-12;
    private static final double FEMTO = 1e-15;
    private static final double NANO = 1e-9;
    private static final int BITS_OF_FIGURE = 8;

    private final CostAssumptions with;

    InferenceFigures(CostAssumptions with) {
        this.with = with;
    }

    /** Of the analog layers alone. */
    Map<InferencePart, PartCost> analog(Collection<LayerWork> layers) {
        Map<InferencePart, PartCost> parts = new EnumMap<>(InferencePart.class);
        for (LayerWork layer : layers) {
            parts.merge(InferencePart.CELLS, cells(layer), PartCost::plus);
            parts.merge(InferencePart.DACS, dacs(layer), PartCost::plus);
            parts.merge(InferencePart.ADCS, adcs(layer), PartCost::plus);
        }
        return parts;
    }

    private PartCost cells(LayerWork layer) {
        double reads = layer.positions() * reads(layer);
        return new PartCost(
                reads * layer.cells() * get(CostQuantity.CELL_READ_ENERGY) * FEMTO,
                reads * get(CostQuantity.CELL_READ_TIME) * NANO,
                layer.cells() * get(CostQuantity.CELL_AREA));
    }

    private PartCost dacs(LayerWork layer) {
        double growth = Math.pow(2, Math.min(bitsPerRead(), inputBits(layer)) - 1);
        return new PartCost(
                layer.positions() * reads(layer) * layer.rows() * get(CostQuantity.DAC_ENERGY) * PICO * growth,
                0,
                layer.rows() * get(CostQuantity.DAC_AREA) * growth);
    }

    private PartCost adcs(LayerWork layer) {
        double bits = layer.adcBits() > 0 ? layer.adcBits() : get(CostQuantity.ADC_BITS);
        double growth = Math.pow(get(CostQuantity.ADC_GROWTH), bits - BITS_OF_FIGURE);
        double conversions = Math.ceil(get(CostQuantity.CONVERSIONS_PER_PRODUCT));
        double adcs = get(CostQuantity.ADCS_PER_TILE);
        return new PartCost(
                layer.positions() * layer.columns() * conversions * get(CostQuantity.ADC_ENERGY) * PICO * growth,
                layer.positions() * Math.ceil(layer.widest() * conversions / adcs) * get(CostQuantity.ADC_TIME) * NANO,
                layer.tiles() * adcs * get(CostQuantity.ADC_AREA) * growth);
    }

    private double reads(LayerWork layer) {
        return Math.ceil(inputBits(layer) / bitsPerRead());
    }

    private double inputBits(LayerWork layer) {
        return layer.dacBits() > 0 ? layer.dacBits() : get(CostQuantity.INPUT_BITS);
    }

    private double bitsPerRead() {
        return get(CostQuantity.INPUT_BITS_PER_READ);
    }

    /** What a correction adds; nothing where its multiply-accumulates are not known or none. */
    Map<InferencePart, PartCost> added(Footprint footprint) {
        double bits = footprint.sramBits(get(CostQuantity.BITS_PER_PARAMETER));
        double macs = Math.max(0, footprint.extraMacs());
        double bitsPerMac = footprint.sramParameters() == 0 ? 0 : bits / footprint.sramParameters();
        double read = macs * bitsPerMac / get(CostQuantity.POSITIONS_PER_SRAM_READ);
        double atOnce = macs == 0 ? 0 : get(CostQuantity.PARALLEL_MACS);
        Map<InferencePart, PartCost> parts = new EnumMap<>(InferencePart.class);
        parts.put(
                InferencePart.SRAM,
                new PartCost(
                        read * get(CostQuantity.SRAM_READ_ENERGY) * FEMTO, 0, bits * get(CostQuantity.SRAM_CELL_AREA)));
        parts.put(
                InferencePart.ARITHMETIC,
                new PartCost(
                        macs * get(CostQuantity.MAC_ENERGY) * PICO,
                        atOnce == 0 ? 0 : Math.ceil(macs / atOnce) * get(CostQuantity.MAC_TIME) * NANO,
                        atOnce * get(CostQuantity.MAC_AREA)));
        return parts;
    }

    private double get(CostQuantity quantity) {
        return with.get(quantity);
    }
}
