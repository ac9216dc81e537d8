package dev.earworm.discord.command;

import java.util.List;

/** All of {@code /admin quota}. */
public final class QuotaTasks {
    private QuotaTasks() {}

    public static List<AdminTask> of(QuotaBooks books, AdminJournal journal) {
        return List.of(
                new QuotaShowTask(books),
                new QuotaSetTask(books, journal),
                new QuotaClearTask(books, journal),
                new QuotaGrantTask(books, journal),
                new QuotaResetTask(books, journal),
                new QuotaBlockTask(books, journal),
                new QuotaUnblockTask(books, journal));
    }
}
