package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.CommandNames;
import dev.earworm.discord.words.ModelSentences;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /help}: what there is to type, and who can make what. */
public final class HelpCommand implements SlashCommand {
    private final List<MemberCommand> others;
    private final Providers providers;
    private final ModelSentences models;

    /** @param others all commands beside this one */
    public HelpCommand(List<? extends MemberCommand> others, Providers providers) {
        this.others = List.copyOf(others);
        this.providers = providers;
        this.models = new ModelSentences(providers);
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("help", say("command.help.description"));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        String commands = Stream.concat(others.stream(), Stream.of(this))
                .map(MemberCommand::data)
                .map(data -> say("help.command", CommandNames.of(data.getName()), data.getDescription()))
                .collect(Collectors.joining("\n"));
        return Reply.of(withModels(say("help", commands)));
    }

    /** As many as fit into one message; autocomplete has the others. */
    private String withModels(String help) {
        List<MusicModel> all = providers.models();
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
