package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.ModelSentences;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /song}: a member asks for a song. */
public final class SongCommand implements SlashCommand {
    private final SongDesk desk;
    private final ModelSentences models;
    private final Providers providers;
    private final SongWishes wishes;
    private final UploadLimits uploadLimits;

    public SongCommand(SongDesk desk, Providers providers, UploadLimits uploadLimits) {
        this.desk = desk;
        this.models = new ModelSentences(providers);
        this.providers = providers;
        this.wishes = new SongWishes(providers, RandomGenerator.getDefault()::nextLong);
        this.uploadLimits = uploadLimits;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("song", say("song.description"))
                .addOption(OptionType.STRING, SongOptions.PROMPT, say("song.prompt"), true)
                .addOption(OptionType.INTEGER, SongOptions.LENGTH, say("song.length"))
                .addOption(OptionType.BOOLEAN, SongOptions.INSTRUMENTAL, say("song.instrumental"))
                .addOption(OptionType.STRING, SongOptions.LYRICS, say("song.lyrics"))
                .addOption(OptionType.STRING, SongOptions.MODEL, say("song.model"), false, true)
                .addOptions(
                        new OptionData(OptionType.STRING, SongOptions.FORMAT, say("song.format")).addChoices(formats()))
                .addOption(OptionType.INTEGER, SongOptions.SEED, say("song.seed"))
                .addOption(OptionType.ATTACHMENT, SongOptions.REFERENCE, say("song.reference"))
                .addOption(OptionType.BOOLEAN, SongOptions.PRIVATE, say("song.private"));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return SongOptions.visibility(event);
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        GuildChannel channel = event.getGuildChannel();
        Optional<String> obstacle = Preflight.obstacle(channel, visibility(event));
        if (obstacle.isPresent()) {
            return Reply.of(obstacle.get());
        }
        return switch (wishes.of(SongOptions.of(event))) {
            case SongWish.Unclear unclear -> Reply.of(unclear.sentence());
            case SongWish.Clear clear -> desk.order(order(event, channel, clear.request()));
        };
    }

    /** The models whose name, title or abilities hold what was typed so far: "lyrics" offers those that sing. */
    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue().strip().toLowerCase(Locale.ROOT);
        return providers.models().stream()
                .filter(model -> isMeant(model, typed))
                .filter(model -> model.id().toString().length() <= Choice.MAX_STRING_VALUE_LENGTH)
                .limit(OptionData.MAX_CHOICES)
                .map(model ->
                        new Choice(Choices.name(models.brief(model)), model.id().toString()))
                .toList();
    }

    private SongOrder order(SlashCommandInteractionEvent event, GuildChannel channel, SongRequest request) {
        Destination destination = new Destination(
                new ChannelId(channel.getIdLong()),
                visibility(event),
                Optional.of(Origin.token(event)),
                uploadLimits.of(event, channel.getGuild()));
        return new SongOrder(Origin.account(event), destination, request);
    }

    private boolean isMeant(MusicModel model, String typed) {
        return Stream.of(model.id().toString(), models.brief(model))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed));
    }

    private static List<Choice> formats() {
        return Arrays.stream(AudioFormat.values())
                .map(format -> new Choice(format.title(), format.extension()))
                .toList();
    }
}
