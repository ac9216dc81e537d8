package dev.earworm.quota;

import java.util.List;

/** Which ceilings somebody was warned of already, durably. */
public interface BudgetWarnings {
    /**
     * Notes that a ceiling is near.
     *
     * @return whether that was not known in this period
     */
    boolean note(NearCeiling ceiling);

    /** Those that nobody was told of, because the program stopped in between. */
    List<NearCeiling> untold();

    void told(NearCeiling ceiling);
}
