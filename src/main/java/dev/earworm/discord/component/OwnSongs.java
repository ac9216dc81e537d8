package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.Interaction;

/** Finds the song that a button below it means, for its own member alone and in its own guild or direct messages. */
final class OwnSongs {
    private final SongService songs;

    OwnSongs(SongService songs) {
        this.songs = songs;
    }

    /** Whether there is such a song for this member. */
    sealed interface Found {
        record Own(Job song) implements Found {}

        record Refused(String sentence) implements Found {}
    }

    Found find(Interaction interaction, JobId id) {
        Optional<Job> song = ofHere(interaction, id);
        if (song.isEmpty()) {
            return new Found.Refused(say("track.gone"));
        }
        return isOwn(song.get(), interaction) ? new Found.Own(song.get()) : new Found.Refused(say("track.not-yours"));
    }

    /** Whosever it is. */
    Optional<Job> ofHere(Interaction interaction, JobId id) {
        return songs.find(id).filter(job -> job.work().isSong()).filter(job -> isOfHere(job, interaction));
    }

    static boolean isOwn(Job song, Interaction interaction) {
        return song.account().user().value() == interaction.getUser().getIdLong();
    }

    /** The same for a song that is out: until then nothing can be done with its messages. */
    Found findPosted(Interaction interaction, JobId id) {
        return switch (find(interaction, id)) {
            case Found.Own own when own.song().trackMessage().isEmpty() -> new Found.Refused(say("track.not-posted"));
            case Found.Own own -> own;
            case Found.Refused refused -> refused;
        };
    }

    /** What is to be said of a song that is out, or why nothing can be. */
    Reply answer(Interaction interaction, JobId id, Function<Job, Reply> said) {
        return switch (findPosted(interaction, id)) {
            case Found.Own own -> said.apply(own.song());
            case Found.Refused refused -> Reply.of(refused.sentence());
        };
    }

    /** Direct messages are of no guild. */
    private static boolean isOfHere(Job job, Interaction interaction) {
        return !interaction.isFromGuild()
                || Origin.account(interaction).guild().equals(job.account().guild());
    }
}
