package dev.earworm.providers;

/**
 * From where finished audio may be fetched.
 *
 * @param allowPrivateAddresses also from the operator's own network, and over plain http; for tests and self-hosted
 *     providers
 */
public record FetchConfig(boolean allowPrivateAddresses) {}
