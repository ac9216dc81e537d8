package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.CommandNames;
import dev.earworm.discord.words.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * One command in words, made from what Discord is told of it: so a new command explains itself, and no explanation falls
 * behind. Names and descriptions are those that the reader sees while typing.
 */
final class CommandGuide {
    private CommandGuide() {}

    /** In one line. */
    static String brief(SlashCommandData command) {
        return say("help.command", name(command), command.getDescription());
    }

    /** With all its subcommands and options. */
    static String full(SlashCommandData command) {
        List<String> parts = new ArrayList<>();
        List<SubcommandData> alone = command.getSubcommands();
        if (alone.isEmpty() && command.getSubcommandGroups().isEmpty()) {
            parts.add(explained(name(command), command.getDescription(), command.getName(), command.getOptions()));
        }
        alone.forEach(sub -> parts.add(explained(sub, name(command), command.getName())));
        command.getSubcommandGroups().forEach(group -> {
            String path = command.getName() + "." + group.getName();
            String name = name(command) + " " + CommandNames.of(path);
            group.getSubcommands().forEach(sub -> parts.add(explained(sub, name, path)));
        });
        return String.join("\n", parts);
    }

    static String name(SlashCommandData command) {
        return CommandNames.of(command.getName());
    }

    private static String explained(SubcommandData sub, String before, String pathBefore) {
        String path = pathBefore + "." + sub.getName();
        String name = before + " " + CommandNames.of(path);
        return explained(name, sub.getDescription(), path, sub.getOptions());
    }

    private static String explained(String name, String description, String path, List<OptionData> options) {
        String head = say("help.about", name, description);
        return options.isEmpty()
                ? head + "\n" + say("help.no-options")
                : head + "\n"
                        + options.stream()
                                .map(option -> explained(path, option))
                                .collect(Collectors.joining("\n"));
    }

    private static String explained(String path, OptionData option) {
        String name = CommandNames.of(path + ".options." + option.getName());
        String described = withRange(option).orElse(option.getDescription());
        String whole = option.getChoices().isEmpty()
                ? described
                : say(
                        "help.choices",
                        described,
                        Listing.of(option.getChoices().stream().map(Choice::getName)));
        return say("help.option", name, option.isRequired() ? say("help.needed", whole) : whole);
    }

    private static Optional<String> withRange(OptionData option) {
        return Optional.ofNullable(option.getMinValue())
                .flatMap(minimum -> Optional.ofNullable(option.getMaxValue())
                        .map(maximum -> say("help.from-to", option.getDescription(), minimum, maximum)));
    }
}
