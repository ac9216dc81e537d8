package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Origin;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Finds the song that somebody wants deleted: their own, or, for those who keep order, anybody's that everyone sees. That
 * is whoever may manage the guild, and in the song's own channel whoever may manage messages there, since Discord lets them
 * delete its messages anyway. Asked at every press.
 */
final class RemovableSongs {
    private final OwnSongs songs;

    RemovableSongs(SongService songs) {
        this.songs = new OwnSongs(songs);
    }

    /** Whether there is such a song for whoever presses. */
    sealed interface Found {
        record Own(Job song) implements Found {}

        /** Another member's. */
        record Others(Job song) implements Found {}

        record Refused(String sentence) implements Found {}
    }

    Found find(Interaction interaction, JobId id) {
        Optional<Job> song = songs.ofHere(interaction, id);
        if (song.isEmpty()) {
            return new Found.Refused(say("track.gone"));
        }
        boolean isOwn = OwnSongs.isOwn(song.get(), interaction);
        if (!isOwn && !keepsOrder(interaction, song.get())) {
            return new Found.Refused(say("track.not-yours"));
        }
        if (song.get().trackMessage().isEmpty()) {
            return new Found.Refused(say("track.not-posted"));
        }
        return isOwn ? new Found.Own(song.get()) : new Found.Others(song.get());
    }

    private static boolean keepsOrder(Interaction interaction, Job song) {
        return Origin.venue(interaction) == Venue.GUILD
                && song.destination().visibility() == Visibility.PUBLIC
                && (Admins.isOne(interaction) || managesMessages(interaction, song));
    }

    private static boolean managesMessages(Interaction interaction, Job song) {
        Member member = interaction.getMember();
        return member != null
                && song.destination().channel().value() == interaction.getChannelIdLong()
                && member.hasPermission(interaction.getGuildChannel(), Permission.MESSAGE_MANAGE);
    }
}
