package dev.earworm.sandbox.gateway;

import java.util.ArrayList;
import java.util.List;

/** A time in which nothing that arrives is looked at; it is when that time is over, in the order in which it came. */
final class Outage {
    private final List<Runnable> later = new ArrayList<>();
    private boolean isOn;

    /** Does it now, or once the outage is over. */
    void pass(Runnable work) {
        if (!isKept(work)) {
            work.run();
        }
    }

    private synchronized boolean isKept(Runnable work) {
        return isOn && later.add(work);
    }

    synchronized void begin() {
        isOn = true;
    }

    /** What arrives meanwhile waits, so that nothing overtakes what came before. */
    synchronized void end() {
        isOn = false;
        later.forEach(Runnable::run);
        later.clear();
    }

    synchronized boolean isOn() {
        return isOn;
    }
}
