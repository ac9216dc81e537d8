package dev.earworm.ops;

/** How much Earworm says of its own work. Libraries say what troubles them, whatever this is. */
public enum LogLevelConfig {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
