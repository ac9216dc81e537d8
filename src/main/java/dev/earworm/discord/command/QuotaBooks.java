package dev.earworm.discord.command;

import dev.earworm.jobs.Quotas;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.QuotaGrants;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaRules;
import dev.earworm.usage.UsageStore;
import java.time.InstantSource;

/**
 * What {@code /admin quota} reads and writes.
 *
 * @param quotas how members stand
 * @param usage who asked for songs
 */
public record QuotaBooks(
        QuotaRules rules,
        QuotaGrants grants,
        BlockedMembers blocked,
        QuotaLedger ledger,
        Quotas quotas,
        UsageStore usage,
        InstantSource clock) {}
