package org.driftscope.ui.inside;

import java.util.Map;
import org.driftscope.evaluation.FeatureMaps;

/**
 * What a layer puts out for an image, in each state.
 *
 * @param layer its name
 * @param image number of the image
 * @param maps by state; the clean ones are always there
 */
record LayerView(String layer, int image, Map<NetworkState, FeatureMaps> maps) {}
