package dev.earworm.discord;

import dev.earworm.discord.command.InstanceCheckup;
import dev.earworm.discord.command.QuotaBooks;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.settings.AuditLog;
import dev.earworm.usage.UsageStore;

/**
 * What stands behind {@code /admin} alone.
 *
 * @param log tells the admins of a guild what happens
 * @param checkup how the running program is
 */
public record AdminServices(
        AuditLog audit, GuildLog log, UsageStore usage, QuotaBooks quotas, InstanceCheckup checkup) {}
