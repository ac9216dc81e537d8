package dev.earworm.usage;

import dev.earworm.music.ModelId;
import dev.earworm.quota.UserId;
import java.time.LocalDate;

/** What the songs of one line have in common. */
public sealed interface UsageKey {
    /** @param date in UTC */
    record Day(LocalDate date) implements UsageKey {}

    record Member(UserId user) implements UsageKey {}

    /** All those who had themselves forgotten; which song was whose is not known any more. */
    record ForgottenMembers() implements UsageKey {}

    record Model(ModelId model) implements UsageKey {}
}
