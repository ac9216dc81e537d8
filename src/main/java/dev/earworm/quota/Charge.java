package dev.earworm.quota;

/** Whether the provider may charge for a song that did not come. */
public enum Charge {
    /** Surely not: it was never handed to the provider, or was turned away there. */
    NONE,
    /** It did, or nobody knows. */
    POSSIBLE
}
