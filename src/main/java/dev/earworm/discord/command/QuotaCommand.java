package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.Visibility;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /quota}: how much a member has had today, and may have yet. */
public final class QuotaCommand implements SlashCommand {
    private final Quotas quotas;

    public QuotaCommand(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("quota", say("command.quota.description"));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Reply.of(
                QuotaSentences.standing(quotas.of(Origin.spender(event)), quotas.granted(Origin.account(event))));
    }
}
