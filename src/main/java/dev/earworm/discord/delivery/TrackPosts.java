package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.CostSentences;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.UserId;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message that a finished song comes in: it mentions its member and pings nobody else. */
final class TrackPosts {
    private static final int TITLE_SHOWN = 100;
    private static final int PROMPT_SHOWN = 300;

    private final StatusPosts songs;
    private final Providers providers;

    TrackPosts(StatusPosts songs, Providers providers) {
        this.songs = songs;
        this.providers = providers;
    }

    MessageCreateData of(Job job, FinishedTrack track, QuotaStatus quota, Surroundings surroundings) {
        UserId member = job.account().user();
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setAllowedMentions(List.of())
                .mentionUsers(member.value())
                .setComponents(rows(job, surroundings));
        switch (surroundings.layout()) {
            case EMBED ->
                message.setContent(say("track.ready", mention(member)))
                        .setEmbeds(card(job, track)
                                .addField(say("track.quota"), QuotaSentences.left(quota), true)
                                .build())
                        .setFiles(TrackFiles.withPictures(track));
            case ONE_LINE ->
                message.setContent(say(
                                "track.in-one-line",
                                mention(member),
                                title(track),
                                Lengths.clock(track.length()),
                                songs.model(job),
                                QuotaSentences.left(quota)))
                        .setFiles(TrackFiles.song(track));
        }
        return message.build();
    }

    /** The same once more, for somebody who knows; it pings nobody. */
    MessageCreateData resent(Job job, FinishedTrack track, UserId sender, Surroundings surroundings) {
        MessageCreateBuilder message =
                new MessageCreateBuilder().setAllowedMentions(List.of()).setComponents(rows(job, surroundings));
        switch (surroundings.layout()) {
            case EMBED ->
                message.setContent(say("track.resent", mention(sender)))
                        .setEmbeds(card(job, track).build())
                        .setFiles(TrackFiles.withPictures(track));
            case ONE_LINE ->
                message.setContent(say(
                                "track.resent-in-one-line",
                                mention(sender),
                                title(track),
                                Lengths.clock(track.length()),
                                songs.model(job)))
                        .setFiles(TrackFiles.song(track));
        }
        return message.build();
    }

    private List<ActionRow> rows(Job job, Surroundings surroundings) {
        Optional<MusicModel> model = providers.model(job.request().model());
        return TrackButtons.of(job, model, surroundings.abilities()).stream()
                .map(Post::row)
                .toList();
    }

    static String mention(UserId user) {
        return MemberWords.mention(user);
    }

    private EmbedBuilder card(Job job, FinishedTrack track) {
        EmbedBuilder card = new EmbedBuilder().setTitle(title(track));
        String prompt = MemberWords.shown(job.request().prompt(), PROMPT_SHOWN);
        if (!prompt.equals(title(track))) {
            card.setDescription(say("track.prompt", prompt));
        }
        card.addField(say("track.length"), Lengths.clock(track.length()), true)
                .addField(say("track.model"), songs.model(job), true)
                .addField(say("track.asked-by"), mention(job.account().user()), true);
        CostSentences.of(job.costs()).ifPresent(cost -> card.addField(say("track.cost"), cost, true));
        track.pictures()
                .ifPresent(pictures -> card.setColor(pictures.colour())
                        .setThumbnail(TrackFiles.COVER_URL)
                        .setImage(TrackFiles.WAVEFORM_URL));
        return card;
    }

    private static String title(FinishedTrack track) {
        return MemberWords.shown(track.title(), TITLE_SHOWN);
    }
}
