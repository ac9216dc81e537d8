package dev.earworm.music;

/** Stops songs that a vendor is making. */
@FunctionalInterface
public interface Stopper {
    /** What the vendor charges for a stopped song stays open. May be repeated. */
    Stopping stop(ProviderJobId providerJobId);
}
