package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.LibraryDesk;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Open a song" below a page of {@code /library}: shows it below, so that the page stays. */
public final class LibraryMenu implements MenuHandler {
    private final LibraryDesk desk;

    public LibraryMenu(LibraryDesk desk) {
        this.desk = desk;
    }

    @Override
    public Action action() {
        return Action.LIBRARY_SONG;
    }

    @Override
    public RestAction<?> acknowledgement(StringSelectInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        Reply reply = event.getValues().stream()
                .filter(JobId::isValid)
                .findFirst()
                .map(song -> desk.song(new JobId(song), Origin.reader(event)))
                .orElseGet(() -> Reply.of(say("library.no-such-song")));
        Answers.fill(event.getHook(), reply);
    }
}
