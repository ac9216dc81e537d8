package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /plan}: a song section by section, to look at and change before it is made. Costs nothing. */
public final class PlanCommand implements SlashCommand {
    private final PlanDesk desk;
    private final HouseRules rules;

    public PlanCommand(PlanDesk desk, HouseRules rules) {
        this.rules = rules;
        this.desk = desk;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("plan", say("command.plan.description"))
                .addOption(OptionType.STRING, SongOptions.PROMPT, say("command.plan.options.prompt.description"), true)
                .addOption(OptionType.INTEGER, SongOptions.LENGTH, say("command.plan.options.length.description"))
                .addOption(
                        OptionType.STRING,
                        SongOptions.MODEL,
                        say("command.plan.options.model.description"),
                        false,
                        true);
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return desk.choices(event);
    }

    /** The finished song is posted in the channel, so where that is impossible nothing is planned either. */
    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Optional<String> obstacle =
                rules.obstacleToPlanning(event).or(() -> Preflight.obstacle(event, Visibility.PUBLIC));
        return obstacle.map(Reply::of)
                .orElseGet(() -> Reply.of(
                        desk.plan(Origin.account(event), SongOptions.of(event)).post()));
    }
}
