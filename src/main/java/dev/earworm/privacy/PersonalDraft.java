package dev.earworm.privacy;

import dev.earworm.drafts.Draft;
import java.time.Instant;

/** A draft of a person. */
public record PersonalDraft(Draft draft, Instant changedAt) {}
