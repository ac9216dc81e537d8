package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import dev.earworm.library.Shelf;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /library}: a member's finished songs, the newest first, or the one that was chosen. */
public final class LibraryCommand implements SlashCommand {
    private static final String SONG = "song";
    private static final String WHOSE = "whose";

    private final LibraryDesk desk;

    public LibraryCommand(LibraryDesk desk) {
        this.desk = desk;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("library", say("command.library.description"))
                .addOption(OptionType.STRING, SONG, say("command.library.options.song.description"), false, true)
                .addOptions(new OptionData(OptionType.STRING, WHOSE, say("command.library.options.whose.description"))
                        .addChoices(Arrays.stream(Shelf.Kind.values())
                                .map(kind -> new Choice(name(kind), value(kind)))
                                .toList()));
    }

    private static String name(Shelf.Kind kind) {
        return switch (kind) {
            case MINE -> say("command.library.options.whose.choices.mine.name");
            case FAVOURITES -> say("command.library.options.whose.choices.favourites.name");
            case EVERYONE -> say("command.library.options.whose.choices.everyone.name");
        };
    }

    private static String value(Shelf.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Shelf shelf = new Shelf(kind(event), Origin.reader(event));
        return Optional.ofNullable(event.getOption(SONG))
                .map(OptionMapping::getAsString)
                .filter(typed -> !typed.isBlank())
                .map(typed -> desk.find(shelf, typed))
                .orElseGet(() -> desk.newest(shelf));
    }

    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return desk.choices(
                new Shelf(kind(event), Origin.reader(event)),
                event.getFocusedOption().getValue());
    }

    /** A client may send what is no choice. */
    private static Shelf.Kind kind(CommandInteractionPayload event) {
        String chosen = Optional.ofNullable(event.getOption(WHOSE))
                .map(OptionMapping::getAsString)
                .orElse("");
        return Arrays.stream(Shelf.Kind.values())
                .filter(kind -> value(kind).equals(chosen))
                .findFirst()
                .orElse(Shelf.Kind.MINE);
    }
}
