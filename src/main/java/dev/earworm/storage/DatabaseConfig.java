package dev.earworm.storage;

/**
 * Which database.
 *
 * @param url {@code jdbc:sqlite:} and the path of a file
 */
public record DatabaseConfig(String url) {}
