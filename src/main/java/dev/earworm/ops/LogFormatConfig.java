package dev.earworm.ops;

/** How log lines are written. */
public enum LogFormatConfig {
    /** One readable line an event; stack traces are indented below it. */
    TEXT,
    /** One JSON object an event, on one line, for log collectors. */
    JSON
}
