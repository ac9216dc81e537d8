package dev.earworm.jobs;

import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import java.time.Instant;

/** How an account stands today. */
public record QuotaStatus(QuotaUsage usage, QuotaLimits limits, Instant resetsAt) {}
