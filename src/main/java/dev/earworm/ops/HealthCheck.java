package dev.earworm.ops;

/**
 * One part of the program that {@code GET /readyz} asks after.
 *
 * <p>Asked on a virtual thread for every request, perhaps several times at once. Answers within a second, changes nothing.
 * An exception counts as unwell.
 */
public interface HealthCheck {
    /** One lower-case word for the answer, as {@code database}. */
    String name();

    Health check();
}
