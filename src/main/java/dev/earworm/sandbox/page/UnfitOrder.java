package dev.earworm.sandbox.page;

/** A browser asked for what cannot be done; the message is a sentence for the person at it. */
final class UnfitOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitOrder(String sentence) {
        super(sentence);
    }
}
