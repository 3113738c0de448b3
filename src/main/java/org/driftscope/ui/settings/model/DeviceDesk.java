package org.driftscope.ui.settings.model;

/** What the card of the cells asks for: a device of a file, and more about the present one. */
public final class DeviceDesk {
    private Runnable chooser = () -> {};
    private Runnable card = () -> {};

    DeviceDesk() {}

    /** @param action asks the user for a device file and opens it */
    public void onChoose(Runnable action) {
        chooser = action;
    }

    /** @param action shows what is known of the cells */
    public void onCard(Runnable action) {
        card = action;
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
