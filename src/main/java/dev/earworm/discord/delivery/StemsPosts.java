package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Surroundings.Layout;
import dev.earworm.discord.words.CostSentences;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.FinishedStems;
import dev.earworm.jobs.Job;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.UserId;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message that the stems of a song come in, each a file that plays by itself. */
final class StemsPosts {
    private static final int TITLE_SHOWN = 100;

    private final StatusPosts songs;

    StemsPosts(StatusPosts songs) {
        this.songs = songs;
    }

    MessageCreateData of(Job job, FinishedStems stems, QuotaStatus quota, Layout layout) {
        UserId member = job.account().user();
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setAllowedMentions(List.of())
                .mentionUsers(member.value())
                .setFiles(files(stems));
        switch (layout) {
            case EMBED ->
                message.setContent(say("stems.ready", TrackPosts.mention(member), title(stems)))
                        .setEmbeds(card(job, stems, quota));
            case ONE_LINE ->
                message.setContent(say(
                        "stems.in-one-line",
                        TrackPosts.mention(member),
                        title(stems),
                        names(stems),
                        QuotaSentences.left(quota)));
        }
        return message.build();
    }

    MessageCreateData resent(FinishedStems stems, UserId sender) {
        return new MessageCreateBuilder()
                .setAllowedMentions(List.of())
                .setContent(say("stems.resent", TrackPosts.mention(sender), title(stems), names(stems)))
                .setFiles(files(stems))
                .build();
    }

    private MessageEmbed card(Job job, FinishedStems stems, QuotaStatus quota) {
        EmbedBuilder card = new EmbedBuilder()
                .setTitle(say("stems.title", title(stems)))
                .setDescription(names(stems))
                .addField(say("track.length"), Lengths.clock(stems.length()), true)
                .addField(say("track.model"), songs.model(job), true)
                .addField(
                        say("track.asked-by"), TrackPosts.mention(job.account().user()), true);
        CostSentences.of(job.costs()).ifPresent(cost -> card.addField(say("track.cost"), cost, true));
        return card.addField(say("track.quota"), QuotaSentences.left(quota), true)
                .build();
    }

    private static List<FileUpload> files(FinishedStems stems) {
        return stems.files().stream()
                .map(file -> TrackFiles.upload(file.name(), file.path()))
                .toList();
    }

    private static String title(FinishedStems stems) {
        return MemberWords.shown(stems.title(), TITLE_SHOWN);
    }

    /** As they stand in the file names, so that one finds the other. */
    private static String names(FinishedStems stems) {
        return stems.stems().stream().map(FinishedStems.Stem::name).collect(Collectors.joining(", "));
    }
}
