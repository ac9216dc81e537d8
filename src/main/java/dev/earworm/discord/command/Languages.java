package dev.earworm.discord.command;

import dev.earworm.discord.words.Language;
import dev.earworm.jobs.Visibility;
import dev.earworm.settings.SettingsStore;
import net.dv8tion.jda.api.interactions.Interaction;

/** Decides in which language an interaction is answered. */
public final class Languages {
    private final SettingsStore settings;

    public Languages(SettingsStore settings) {
        this.settings = settings;
    }

    /** What one member reads is in that member's language; what everyone reads in the place's. */
    public Language of(Interaction interaction, Visibility visibility) {
        return switch (visibility) {
            case PRIVATE -> ofMember(interaction);
            case PUBLIC -> ofPlace(interaction);
        };
    }

    public Language ofMember(Interaction interaction) {
        return Language.of(interaction.getUserLocale());
    }

    /** What the guild's admins chose, else what the guild is set to; outside of guilds there is only the member. */
    private Language ofPlace(Interaction interaction) {
        return switch (Origin.venue(interaction)) {
            case GUILD ->
                settings.of(Origin.account(interaction).guild())
                        .language()
                        .map(Language::of)
                        .orElseGet(() -> Language.of(interaction.getGuildLocale()));
            case DIRECT_MESSAGES, ELSEWHERE -> ofMember(interaction);
        };
    }
}
