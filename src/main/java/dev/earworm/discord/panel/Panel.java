package dev.earworm.discord.panel;

import dev.earworm.discord.words.Language;
import dev.earworm.settings.GuildSettings;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.Interaction;

/** What the panel is about: a guild that the bot is in, as it is known just now, and what was set for it. */
record Panel(GuildSettings settings, Guild guild) {
    /** Of the guild in which an admin does something. */
    static Panel of(GuildSettings settings, Interaction interaction) {
        return new Panel(settings, Objects.requireNonNull(interaction.getGuild()));
    }

    /** That the guild itself is set to. */
    Language ofGuild() {
        return Language.of(guild.getLocale());
    }
}
