package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.CostSentences;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.QuotaStatus;
import dev.earworm.quota.UserId;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message that a finished song comes in: it mentions its member and pings nobody else. */
final class TrackPosts {
    private static final int TITLE_SHOWN = 100;
    private static final int PROMPT_SHOWN = 300;

    private final StatusPosts songs;

    TrackPosts(StatusPosts songs) {
        this.songs = songs;
    }

    /** How the facts about a song are laid out. */
    enum Layout {
        EMBED,
        /** Discord drops embeds without a word where the bot may not post any. */
        ONE_LINE
    }

    MessageCreateData of(Job job, FinishedTrack track, QuotaStatus quota, Layout layout) {
        UserId member = job.account().user();
        MessageCreateBuilder message =
                new MessageCreateBuilder().setAllowedMentions(List.of()).mentionUsers(member.value());
        switch (layout) {
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
    MessageCreateData again(Job job, FinishedTrack track, UserId sender, Layout layout) {
        MessageCreateBuilder message = new MessageCreateBuilder().setAllowedMentions(List.of());
        switch (layout) {
            case EMBED ->
                message.setContent(say("track.again", mention(sender)))
                        .setEmbeds(card(job, track).build())
                        .setFiles(TrackFiles.withPictures(track));
            case ONE_LINE ->
                message.setContent(say(
                                "track.again-in-one-line",
                                mention(sender),
                                title(track),
                                Lengths.clock(track.length()),
                                songs.model(job)))
                        .setFiles(TrackFiles.song(track));
        }
        return message.build();
    }

    static String mention(UserId user) {
        return "<@" + user + ">";
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
