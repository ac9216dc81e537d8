package dev.earworm.providers;

/**
 * From where finished audio may be fetched.
 *
 * @param allowPrivateAddresses {@code false} fetches from public https addresses only; {@code true} is for tests and
 *     self-hosted providers
 */
public record FetchConfig(boolean allowPrivateAddresses) {}
