package dev.earworm.storage;

/** A database's being this process's, until it is closed. */
interface Hold extends AutoCloseable {
    /** Whether it still is. */
    boolean isHeld();

    /** Calls back, once, when it has become another's. */
    default void whenLost(Runnable action) {}

    @Override
    void close();
}
