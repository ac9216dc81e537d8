package dev.earworm.sandbox.page;

import dev.earworm.sandbox.page.Control.Toggle;

/** A switch that remembers how it stands, and does something each time it is moved the other way. */
public final class OnOff implements Toggle {
    private final Runnable whenOn;
    private final Runnable whenOff;
    private volatile boolean isOn;

    /** Off at first. */
    public OnOff(Runnable whenOn, Runnable whenOff) {
        this.whenOn = whenOn;
        this.whenOff = whenOff;
    }

    /** One that is only asked how it stands. */
    public OnOff() {
        this(() -> {}, () -> {});
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public void turnOn() {
        if (!isOn) {
            isOn = true;
            whenOn.run();
        }
    }

    @Override
    public void turnOff() {
        if (isOn) {
            isOn = false;
            whenOff.run();
        }
    }
}
