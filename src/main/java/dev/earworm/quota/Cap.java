package dev.earworm.quota;

/** How much a rule allows. */
public sealed interface Cap {
    /** @param amount in the limit's measure; 0 or more */
    record AtMost(long amount) implements Cap {
        public AtMost {
            if (amount < 0) {
                throw new IllegalArgumentException("a limit cannot be negative");
            }
        }
    }

    /** As much as one likes, also where a more general rule sets a limit. */
    record Unlimited() implements Cap {}
}
