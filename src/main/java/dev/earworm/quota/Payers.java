package dev.earworm.quota;

/** Whose account a guild's songs are charged to. */
@FunctionalInterface
public interface Payers {
    /** @param provider by its name */
    Payer of(GuildId guild, String provider);

    /** Every song is charged to the operator's. */
    static Payers operator() {
        return (_, _) -> Payer.INSTANCE;
    }
}
