package dev.earworm.sandbox.page;

/** Something around the bot that a visitor of the page may change, to see what is hard to meet by accident. */
public sealed interface Control {
    /** Short and lasting, of lower-case letters and dashes; unique on a page. */
    String id();

    /** A few words. */
    String label();

    /** One sentence that says what a visitor will see. */
    String sentence();

    /** On or off. */
    record Switch(String id, String label, String sentence, Toggle toggle) implements Control {}

    /** Does something each time it is pressed. */
    record Press(String id, String label, String sentence, Action action) implements Control {}

    /** What a switch moves; called from many threads, one call at a time. */
    interface Toggle {
        boolean isOn();

        void turnOn();

        void turnOff();
    }

    /** What a press does; called from many threads, one call at a time. */
    interface Action {
        void press();

        /** A few words of where it stands, as "1 day ahead"; empty at the start. */
        String status();
    }
}
