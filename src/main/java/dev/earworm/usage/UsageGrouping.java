package dev.earworm.usage;

/**
 * By what songs are put together. The order is part of what panels in old messages hold, so new ones come last.
 */
public enum UsageGrouping {
    DAY,
    MEMBER,
    MODEL
}
