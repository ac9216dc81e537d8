package dev.earworm.discord.component;

import static dev.earworm.discord.component.ReplyingButton.below;
import static dev.earworm.discord.component.ReplyingButton.inPlace;
import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.LibraryDesk;
import dev.earworm.discord.command.LibrarySending;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.library.Shelf;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.List;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.interactions.Interaction;

/** The buttons of {@code /library}. They are below private answers, and prove nothing all the same. */
public final class LibraryButtons {
    private LibraryButtons() {}

    public static List<ButtonHandler> of(LibraryDesk desk, LibrarySending sending) {
        return List.of(
                inPlace(Action.LIBRARY_FROM, (event, id) -> desk.from(shelf(event, id), id.song())),
                inPlace(Action.LIBRARY_NEWER, (event, id) -> desk.newer(shelf(event, id), id.song())),
                inPlace(Action.LIBRARY_SONG, (event, id) -> desk.song(id.song(), Origin.reader(event))),
                inPlace(Action.LIBRARY_FAVOUR, ofSong(desk::favour)),
                inPlace(Action.LIBRARY_UNFAVOUR, ofSong(desk::unfavour)),
                inPlace(Action.LIBRARY_DELETE, ofSong(desk::askWhetherToDelete)),
                inPlace(Action.LIBRARY_REMOVE, ofSong(desk::remove)),
                inPlace(Action.LIBRARY_REMOVE_MESSAGES, ofSong(desk::removeWithMessages)),
                below(
                        Action.LIBRARY_SEND,
                        () -> Post.of(say("library.sending")),
                        (event, id) -> sending.send(event, id.song())));
    }

    private static ReplyingButton.Answer ofSong(BiFunction<JobId, Account, Reply> answer) {
        return (event, id) -> answer.apply(id.song(), Origin.account(event));
    }

    /** A number that names no shelf is a forged one. */
    private static Shelf shelf(Interaction event, CustomId id) {
        Shelf.Kind[] kinds = Shelf.Kind.values();
        int number = id.part().orElse(0);
        return new Shelf(number < kinds.length ? kinds[number] : Shelf.Kind.MINE, Origin.reader(event));
    }
}
