package dev.earworm.discord;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * Decides whether what came with a command is what the command was registered with. Discord sees to that, but may go by
 * what it was before an update; and anybody's client can be made to send anything.
 */
final class OptionPolicy {
    private OptionPolicy() {}

    static boolean isFit(CommandInteractionPayload sent, SlashCommandData command) {
        return registered(sent, command)
                .filter(options -> isFit(sent.getOptions(), options))
                .isPresent();
    }

    /** Empty for a subcommand that there is not. */
    private static Optional<List<OptionData>> registered(CommandInteractionPayload sent, SlashCommandData command) {
        String name = sent.getSubcommandName();
        return name == null
                ? Optional.of(command.getOptions())
                : subcommands(sent, command)
                        .filter(subcommand -> subcommand.getName().equals(name))
                        .findFirst()
                        .map(SubcommandData::getOptions);
    }

    private static Stream<SubcommandData> subcommands(CommandInteractionPayload sent, SlashCommandData command) {
        String group = sent.getSubcommandGroup();
        return group == null
                ? command.getSubcommands().stream()
                : command.getSubcommandGroups().stream()
                        .filter(candidate -> candidate.getName().equals(group))
                        .map(SubcommandGroupData::getSubcommands)
                        .flatMap(List::stream);
    }

    private static boolean isFit(List<OptionMapping> sent, List<OptionData> registered) {
        List<String> names =
                sent.stream().map(OptionMapping::getName).distinct().toList();
        boolean isComplete = registered.stream()
                .filter(OptionData::isRequired)
                .map(OptionData::getName)
                .allMatch(names::contains);
        return isComplete && names.size() == sent.size() && sent.stream().allMatch(option -> isFit(option, registered));
    }

    private static boolean isFit(OptionMapping sent, List<OptionData> registered) {
        return registered.stream()
                .filter(option -> option.getName().equals(sent.getName()) && option.getType() == sent.getType())
                .anyMatch(option -> isOfType(sent, option));
    }

    private static boolean isOfType(OptionMapping sent, OptionData option) {
        try {
            return switch (option.getType()) {
                case STRING -> isWithin(sent.getAsString(), option) && isOffered(sent, option);
                case INTEGER -> isWithin((double) sent.getAsLong(), option) && isOffered(sent, option);
                case NUMBER -> isWithin(sent.getAsDouble(), option) && isOffered(sent, option);
                case BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE -> true;
                case ATTACHMENT -> URI.create(sent.getAsAttachment().getUrl()).isAbsolute();
                case SUB_COMMAND, SUB_COMMAND_GROUP, UNKNOWN -> false;
            };
        } catch (IllegalStateException | IllegalArgumentException _) {
            // No value of its type, a file that did not come along, or one that nobody can fetch.
            return false;
        }
    }

    private static boolean isWithin(String text, OptionData option) {
        int length = text.codePointCount(0, text.length());
        return length >= Objects.requireNonNullElse(option.getMinLength(), 0)
                && length <= Objects.requireNonNullElse(option.getMaxLength(), OptionData.MAX_STRING_OPTION_LENGTH);
    }

    private static boolean isWithin(double number, OptionData option) {
        Number least = Objects.requireNonNullElse(option.getMinValue(), OptionData.MIN_NEGATIVE_NUMBER);
        Number most = Objects.requireNonNullElse(option.getMaxValue(), OptionData.MAX_POSITIVE_NUMBER);
        return number >= least.doubleValue() && number <= most.doubleValue();
    }

    private static boolean isOffered(OptionMapping sent, OptionData option) {
        return option.getChoices().isEmpty()
                || option.getChoices().stream()
                        .anyMatch(choice -> choice.getAsString().equals(sent.getAsString()));
    }
}
