package dev.earworm.usage;

/** Songs that have something in common, and what became of them. */
public record UsageLine(UsageKey key, UsageFigures figures) {}
