package dev.earworm.quota;

/** Whom a rule of a guild is for. */
public sealed interface Holder {
    /** Each member for whom nothing else is said. */
    record Everyone() implements Holder {}

    /** Each member with this role. */
    record Role(RoleId id) implements Holder {}

    /** One member. */
    record Member(UserId id) implements Holder {}

    /** All members together. */
    record WholeGuild() implements Holder {}
}
