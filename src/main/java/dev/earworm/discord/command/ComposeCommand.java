package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import java.time.InstantSource;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /compose}: a form for a song, with room for lyrics. */
public final class ComposeCommand implements FormCommand {
    private final SongFormModal forms;
    private final HouseRules rules;
    private final InstantSource clock;

    public ComposeCommand(SongFormModal forms, HouseRules rules, InstantSource clock) {
        this.forms = forms;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("compose", say("command.compose.description"));
    }

    /** Where no song can be posted, nobody is made to write one first. */
    @Override
    public Opening open(SlashCommandInteractionEvent event) {
        return rules.obstacle(event)
                .or(() -> Preflight.obstacle(event, Visibility.PUBLIC))
                .<Opening>map(Opening.Refused::new)
                .orElseGet(() -> new Opening.Form(forms.of(JobId.next(clock.instant()), empty(event))));
    }

    private SongForm empty(SlashCommandInteractionEvent event) {
        return SongForm.EMPTY.withModel(
                rules.defaults(Origin.guild(event)).model().id().toString());
    }
}
