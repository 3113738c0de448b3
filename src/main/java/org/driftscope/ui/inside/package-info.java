/** Look inside: single images, what the network answers, and what a layer makes of them, clean, drifted and calibrated. */
package org.driftscope.ui.inside;
