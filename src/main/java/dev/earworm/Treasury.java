package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.discord.command.QuotaBooks;
import dev.earworm.discord.delivery.BudgetPosts;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.jobs.BudgetWatch;
import dev.earworm.jobs.Purse;
import dev.earworm.jobs.Quotas;
import dev.earworm.music.Providers;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.storage.Database;
import java.time.InstantSource;

/** What songs, music and money there is to spend: the book in which it stands, and everyone who writes there. */
final class Treasury {
    private final Database database;
    private final InstantSource clock;
    private final QuotaLedger ledger;
    private final Allowances allowances;

    Treasury(Configuration configuration, Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.ledger = database.ledger();
        this.allowances = new Allowances(
                ledger,
                database.quotaRules(),
                database.quotaGrants(),
                configuration.quota().limits(),
                configuration.budget().limits());
    }

    QuotaLedger ledger() {
        return ledger;
    }

    Purse purse(Providers providers) {
        return new Purse(ledger, allowances, providers, database.transactions());
    }

    Quotas quotas() {
        return new Quotas(ledger, allowances, clock);
    }

    QuotaBooks books() {
        return new QuotaBooks(
                database.quotaRules(),
                database.quotaGrants(),
                database.blockedMembers(),
                ledger,
                quotas(),
                database.usage(),
                clock);
    }

    BudgetWatch watch(GuildLog log) {
        return new BudgetWatch(ledger, allowances, database.budgetWarnings(), new BudgetPosts(log), clock);
    }
}
