package dev.earworm.config;

/**
 * One thing the operator has to put right, in one plain sentence.
 *
 * @param sentence names the key as it was written and its other name, what was found (never a secret) and what is allowed
 */
public record Mistake(String sentence) {
    static Mistake notAllowed(Setting setting, String shown, String reason) {
        return new Mistake(setting.label() + " is " + shown + "; " + reason + ".");
    }

    static Mistake missing(Key key) {
        return new Mistake(key + " is not set, and this command needs it.");
    }
}
