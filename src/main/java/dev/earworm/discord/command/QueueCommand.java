package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.ProgressBar;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.QueuedSong;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.library.KeptSongs;
import dev.earworm.library.Reader;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * {@code /queue}: the guild's songs that are in the works. Other members' private songs, and those from channels that the
 * reader does not see, are there, but not their words.
 */
public final class QueueCommand implements SlashCommand {
    private static final int SONGS_SHOWN = 10;
    private static final int PROMPT_SHOWN = 40;

    private final SongQueue queue;
    private final KeptSongs kept;

    public QueueCommand(SongQueue queue, KeptSongs kept) {
        this.queue = queue;
        this.kept = kept;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("queue", say("command.queue.description"));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Reader reader = Origin.reader(event);
        String songs = listed(shownTo(reader.account()), reader);
        int waiting = kept.waiting(reader.account());
        return Reply.of(waiting == 0 ? songs : songs + "\n" + say("queue.kept", waiting));
    }

    /** Outside of guilds members have nothing in common, so each is shown their own songs only. */
    private List<QueuedSong> shownTo(Account reader) {
        List<QueuedSong> songs = queue.ofGuild(reader.guild());
        return reader.guild().isOutside()
                ? songs.stream()
                        .filter(song -> song.job().account().equals(reader))
                        .toList()
                : songs;
    }

    static String listed(List<QueuedSong> songs, Reader reader) {
        if (songs.isEmpty()) {
            return say("queue.empty");
        }
        String lines = songs.stream()
                .limit(SONGS_SHOWN)
                .map(song -> line(song, reader))
                .collect(Collectors.joining("\n"));
        return songs.size() <= SONGS_SHOWN ? lines : lines + "\n" + say("queue.more", songs.size() - SONGS_SHOWN);
    }

    private static String line(QueuedSong song, Reader reader) {
        return say(
                "queue.line",
                MemberWords.mention(song.job().account().user()),
                prompt(song.job(), reader),
                stage(song.forecast()));
    }

    private static String prompt(Job job, Reader reader) {
        boolean isForAll = job.destination().visibility() == Visibility.PUBLIC
                && reader.sees().contains(job.destination().channel());
        if (!isForAll && !job.account().equals(reader.account())) {
            return say("queue.private");
        }
        String prompt = MemberWords.shown(job.request().prompt(), PROMPT_SHOWN);
        return switch (job.work()) {
            case Work.Song _ -> say("queue.prompt", prompt);
            case Work.Stems _ -> say("queue.stems", prompt);
        };
    }

    /** The same as its status message says, in fewer words. */
    private static String stage(Forecast forecast) {
        return switch (forecast) {
            case Forecast.InLine line ->
                say("queue.in-line", say("queue.waiting", line.position()), relative(line.readyAt()));
            case Forecast.Making making ->
                say("queue.making", ProgressBar.shown(making.percent()), relative(making.readyAt()));
            case Forecast.Late late -> late(late);
            case Forecast.Certain _ -> say("queue.preparing");
        };
    }

    private static String late(Forecast.Late late) {
        String begun = relative(late.begunAt());
        return late.percent().isEmpty()
                ? say("queue.late", begun)
                : say(
                        "queue.late-with-percent",
                        begun,
                        ProgressBar.shown(late.percent().getAsInt()));
    }

    private static String relative(Instant instant) {
        return TimeFormat.RELATIVE.atInstant(instant).toString();
    }
}
