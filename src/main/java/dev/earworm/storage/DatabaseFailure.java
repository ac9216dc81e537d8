package dev.earworm.storage;

/** The database cannot be used; the message is one plain sentence for the operator, and nothing was overwritten. */
public final class DatabaseFailure extends RuntimeException {
    DatabaseFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    DatabaseFailure(String sentence) {
        super(sentence);
    }
}
