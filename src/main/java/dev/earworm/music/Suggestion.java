package dev.earworm.music;

/** What a vendor would take instead of what it refused. */
public sealed interface Suggestion {
    record OtherPrompt(String prompt) implements Suggestion {}

    record OtherPlan(CompositionPlan plan) implements Suggestion {}
}
