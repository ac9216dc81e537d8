package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.QueuedSong;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * {@code /cancel}: a member calls a song back, the newest that waits unless another is chosen. One that is being made is
 * stopped where its provider can; where it cannot, that is said.
 */
public final class CancelCommand implements SlashCommand {
    private static final String SONG = "song";

    private final SongQueue queue;
    private final SongCancelling cancelling;

    public CancelCommand(SongQueue queue, SongCancelling cancelling) {
        this.queue = queue;
        this.cancelling = cancelling;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("cancel", say("command.cancel.description"))
                .addOption(OptionType.STRING, SONG, say("command.cancel.options.song.description"), false, true);
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Account account = Origin.account(event);
        OptionMapping chosen = event.getOption(SONG);
        return chosen == null ? cancelNewest(account) : cancel(chosen.getAsString(), account);
    }

    /** The member's own songs that can be called back, the newest first. */
    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue().strip().toLowerCase(Locale.ROOT);
        return own(Origin.account(event)).reversed().stream()
                .filter(cancelling::isWorthTrying)
                .filter(job -> job.request().prompt().toLowerCase(Locale.ROOT).contains(typed)
                        || job.id().value().equals(typed))
                .limit(OptionData.MAX_CHOICES)
                .map(job -> new Choice(Choices.name(name(job)), job.id().value()))
                .toList();
    }

    private static String name(Job job) {
        return switch (job.work()) {
            case Work.Song _ -> job.request().prompt();
            case Work.Stems _ -> say("queue.stems", job.request().prompt());
        };
    }

    /** What was typed need not be one of the choices. */
    private Reply cancel(String typed, Account account) {
        return Optional.of(typed.strip())
                .filter(JobId::isValid)
                .map(id -> cancelling.cancel(new JobId(id), account))
                .orElseGet(() -> Reply.of(say("cancel.no-such-song")));
    }

    /** One that waits costs nothing; of one that cannot be called back, the member reads why. */
    private Reply cancelNewest(Account account) {
        List<Job> newest = own(account).reversed();
        return first(newest, job -> job.state() == JobState.QUEUED)
                .or(() -> first(newest, cancelling::isWorthTrying))
                .or(() -> newest.stream().findFirst())
                .map(job -> cancelling.cancel(job.id(), account))
                .orElseGet(() -> Reply.of(say("cancel.none")));
    }

    private static Optional<Job> first(List<Job> songs, Predicate<Job> condition) {
        return songs.stream().filter(condition).findFirst();
    }

    private List<Job> own(Account account) {
        return queue.ofGuild(account.guild()).stream()
                .map(QueuedSong::job)
                .filter(job -> job.account().equals(account))
                .toList();
    }
}
