package dev.earworm.jobs;

import dev.earworm.quota.NearCeiling;

/** Tells whoever should know that money is running out. */
@FunctionalInterface
public interface BudgetListener {
    /**
     * Tells it; may take as long as it takes, and may be asked again after a crash.
     *
     * @return whether nothing is left to be done; else it is asked again later
     */
    boolean tells(NearCeiling ceiling);
}
