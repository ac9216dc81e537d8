package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.LibraryDesk;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.library.LibrarySong;
import dev.earworm.quota.Account;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;

/** "Rename" below a song of the library: a form with its title. */
public final class RenameForm implements FormHandler, FormOpener {
    private static final String TITLE = "title";
    private static final int LONGEST = 60;

    private final LibraryDesk desk;

    public RenameForm(LibraryDesk desk) {
        this.desk = desk;
    }

    @Override
    public Action action() {
        return Action.LIBRARY_RENAME;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        return desk.own(id.song(), Origin.account(event))
                .<Opening>map(song -> new Opening.Form(form(song)))
                .orElseGet(() -> new Opening.Refused(say("library.no-such-song")));
    }

    private static Modal form(LibrarySong song) {
        String title = MemberWords.shortened(song.title(), LONGEST);
        return Modal.create(new CustomId(Action.LIBRARY_RENAME, song.id()).toString(), say("library.form"))
                .addComponents(Label.of(
                        say("library.title"),
                        TextFields.of(TITLE, TextInputStyle.SHORT, LONGEST, title)
                                .build()))
                .build();
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        String title = MemberWords.shortened(Prompts.line(TextFields.read(event, TITLE)), LONGEST);
        if (title.isEmpty()) {
            Answers.aside(event.getHook(), say("library.no-title"));
            return;
        }
        Account member = Origin.account(event);
        desk.obstacle(member, title)
                .ifPresentOrElse(
                        obstacle -> Answers.aside(event.getHook(), obstacle),
                        () -> Answers.fill(event.getHook(), desk.rename(id.song(), member, title)));
    }
}
