package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.keys.KeyDesk;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin keys}: which providers a guild has a key of its own for, and buttons to enter and remove them. */
public final class KeysTask implements AdminTask {
    private final KeyDesk keys;

    public KeysTask(KeyDesk keys) {
        this.keys = keys;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("keys", say("command.admin.keys.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Reply.of(KeyPosts.panel(keys, Origin.guild(event)));
    }
}
