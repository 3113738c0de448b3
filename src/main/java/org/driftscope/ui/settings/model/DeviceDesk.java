package org.driftscope.ui.settings.model;

import org.driftscope.device.DeviceKind;
import org.driftscope.device.Devices;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.ui.state.StateHistory;

/** The devices of files that this window has seen, and what the cards of cells and circuit ask for. */
public final class DeviceDesk {
    private Runnable chooser = () -> {};
    private Runnable card = () -> {};
    private Runnable sums = () -> {};

    private final StateHistory history;
    private Devices known = Devices.listed();

    DeviceDesk(StateHistory history) {
        this.history = history;
        history.stateProperty().subscribe(state -> add(state.devices()));
    }

    /** Gives the chip other cells, as one step of undo. */
    public void take(DeviceKind device) {
        history.step(DeviceSettings.DEVICE.name(), state -> state.withDevice(device));
    }

    /** Devices of files that were opened; on any thread. */
    public synchronized void add(Devices opened) {
        known = known.with(opened);
    }

    /** What names of devices mean in this window: those it has shown, and those of files that it has read. */
    public synchronized Devices known() {
        return known;
    }

    /** @param action asks the user for a device file and opens it */
    public void onChoose(Runnable action) {
        chooser = action;
    }

    /** @param action shows what is known of the cells */
    public void onCard(Runnable action) {
        card = action;
    }

    /** @param action shows the partial sums beside the converters' ranges */
    public void onSums(Runnable action) {
        sums = action;
    }

    /** Shows the partial sums beside the converters' ranges. */
    public void showSums() {
        sums.run();
    }

    /** Asks for a device file. */
    public void choose() {
        chooser.run();
    }

    /** Shows what is known of the cells. */
    public void showCard() {
        card.run();
    }
}
