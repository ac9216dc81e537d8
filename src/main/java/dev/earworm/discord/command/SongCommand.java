package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Providers;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /song}: a member asks for a song. */
public final class SongCommand implements SlashCommand {
    private final SongOrdering ordering;
    private final HouseRules rules;
    private final ModelChoices models;

    public SongCommand(SongOrdering ordering, HouseRules rules, Providers providers) {
        this.ordering = ordering;
        this.rules = rules;
        this.models = new ModelChoices(rules, providers);
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("song", say("command.song.description"))
                .addOption(OptionType.STRING, SongOptions.PROMPT, say("command.song.options.prompt.description"), true)
                .addOption(OptionType.INTEGER, SongOptions.LENGTH, say("command.song.options.length.description"))
                .addOption(
                        OptionType.BOOLEAN,
                        SongOptions.INSTRUMENTAL,
                        say("command.song.options.instrumental.description"))
                .addOption(OptionType.STRING, SongOptions.LYRICS, say("command.song.options.lyrics.description"))
                .addOption(
                        OptionType.STRING,
                        SongOptions.MODEL,
                        say("command.song.options.model.description"),
                        false,
                        true)
                .addOptions(new OptionData(
                                OptionType.STRING, SongOptions.FORMAT, say("command.song.options.format.description"))
                        .addChoices(formats()))
                .addOption(OptionType.INTEGER, SongOptions.SEED, say("command.song.options.seed.description"))
                .addOption(
                        OptionType.ATTACHMENT, SongOptions.REFERENCE, say("command.song.options.reference.description"))
                .addOption(OptionType.BOOLEAN, SongOptions.PRIVATE, say("command.song.options.private.description"));
    }

    /** Why nobody may have songs here is for whoever asked; the others are spared it. */
    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return rules.isKnownToDeny(event) ? Visibility.PRIVATE : SongOptions.visibility(event);
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return ordering.order(event, SongOptions.visibility(event), SongOptions.of(event))
                .reply();
    }

    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return models.of(event);
    }

    private static List<Choice> formats() {
        return Arrays.stream(AudioFormat.values())
                .map(format -> new Choice(format.title(), format.extension()))
                .toList();
    }
}
