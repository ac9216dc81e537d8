package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.CommandNames;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.ModelSentences;
import dev.earworm.discord.words.Prompts;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /help}: what this member can type, what one command does in detail, and who can make what. */
public final class HelpCommand implements SlashCommand {
    private static final String COMMAND = "command";
    private static final int TYPED_SHOWN = 40;

    private final List<MemberCommand> others;
    private final HouseRules rules;
    private final ModelSentences models;

    /** @param others all commands beside this one */
    public HelpCommand(List<? extends MemberCommand> others, HouseRules rules, Providers providers) {
        this.others = List.copyOf(others);
        this.rules = rules;
        this.models = new ModelSentences(providers);
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("help", say("command.help.description"))
                .addOption(OptionType.STRING, COMMAND, say("command.help.options.command.description"), false, true);
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        String typed = bare(event.getFocusedOption().getValue());
        return commands(event)
                .filter(command -> isMeant(command, typed))
                .limit(OptionData.MAX_CHOICES)
                .map(command -> new Choice(
                        Choices.name(say("help.choice", CommandGuide.name(command), command.getDescription())),
                        command.getName()))
                .toList();
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Optional.ofNullable(event.getOption(COMMAND))
                .map(OptionMapping::getAsString)
                .map(typed -> explained(event, typed))
                .orElseGet(() -> all(event));
    }

    private Reply all(Interaction event) {
        String lines = commands(event).map(CommandGuide::brief).collect(Collectors.joining("\n"));
        String more = say("help.more", CommandNames.of("help"), CommandNames.of("help.options." + COMMAND));
        return Reply.of(withModels(say("help", lines, more), rules.models(Origin.guild(event))));
    }

    private Reply explained(Interaction event, String typed) {
        String name = bare(typed);
        return commands(event)
                .filter(command -> command.getName().equals(name)
                        || CommandGuide.name(command).equals(name))
                .findFirst()
                .map(command -> MemberWords.shortened(CommandGuide.full(command), Message.MAX_CONTENT_LENGTH))
                .map(Reply::of)
                .orElseGet(() -> Reply.of(say("help.unknown", MemberWords.shown(Prompts.line(typed), TYPED_SHOWN))));
    }

    /** Those that Discord offers to this member, unless the guild's admins set it otherwise. */
    private Stream<SlashCommandData> commands(Interaction event) {
        return Stream.concat(others.stream(), Stream.of(this))
                .map(MemberCommand::data)
                .filter(command -> isOpen(command, event));
    }

    private static boolean isOpen(SlashCommandData command, Interaction event) {
        Long needed = command.getDefaultPermissions().getPermissionsRaw();
        if (needed == null) {
            return true;
        }
        Set<Permission> permissions =
                needed == 0 ? EnumSet.of(Permission.ADMINISTRATOR) : Permission.getPermissions(needed);
        Member member = event.getMember();
        return Origin.venue(event) == Venue.GUILD
                && member != null
                && member.hasPermission(event.getGuildChannel(), permissions);
    }

    private static boolean isMeant(SlashCommandData command, String typed) {
        return Stream.of(command.getName(), CommandGuide.name(command), command.getDescription())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed));
    }

    private static String bare(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^/", "");
    }

    /** As many as fit into one message; autocomplete has the others. */
    private String withModels(String help, List<MusicModel> all) {
        StringBuilder text = new StringBuilder(help);
        for (int i = 0; i < all.size(); i++) {
            String line = "\n" + say("help.model", all.get(i).id(), models.brief(all.get(i)));
            String rest = "\n" + say("help.more-models", all.size() - i);
            if (text.length() + line.length() + rest.length() > Message.MAX_CONTENT_LENGTH) {
                return text + rest;
            }
            text.append(line);
        }
        return text.toString();
    }
}
