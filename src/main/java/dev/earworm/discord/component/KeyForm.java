package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.KeyPosts;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.keys.KeyDesk;
import dev.earworm.keys.KeyDesk.Entry;
import dev.earworm.keys.KeyedProvider;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;

/** The form in which an admin enters a guild's own key for a provider. What was typed is said to nobody but the provider. */
public final class KeyForm implements FormHandler, FormOpener {
    private static final String KEY = "api_key";
    private static final int CREDIT_SHOWN = 200;

    private final KeyDesk keys;
    private final AdminJournal journal;

    public KeyForm(KeyDesk keys, AdminJournal journal) {
        this.keys = keys;
        this.journal = journal;
    }

    @Override
    public Action action() {
        return Action.KEY_ENTER;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        if (!Admins.isOne(event)) {
            return new Opening.Refused(say("admin.not-yours"));
        }
        if (!keys.isOffered()) {
            return new Opening.Refused(say("keys.panel-not-offered"));
        }
        return provider(id)
                .<Opening>map(provider -> new Opening.Form(form(provider)))
                .orElseGet(() -> new Opening.Refused(say("keys.no-such-provider")));
    }

    private static Optional<KeyedProvider> provider(CustomId id) {
        return KeyedProvider.at(id.part().orElse(-1));
    }

    private static Modal form(KeyedProvider provider) {
        return Modal.create(
                        CustomId.ofGuild(Action.KEY_ENTER, provider.ordinal()).toString(),
                        say("keys.form", provider.title()))
                .addComponents(Label.of(
                        say("keys.field"),
                        TextFields.of(KEY, TextInputStyle.SHORT, KeyDesk.LONGEST, "")
                                .build()))
                .build();
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        Optional<KeyedProvider> provider = provider(id);
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (provider.isEmpty()) {
            Answers.aside(event.getHook(), say("keys.no-such-provider"));
        } else {
            String news = enter(event, provider.get());
            Answers.fill(event.getHook(), Reply.of(KeyPosts.panel(keys, Origin.guild(event), news)));
        }
    }

    private String enter(ModalInteractionEvent event, KeyedProvider provider) {
        Entry entry = keys.enter(Origin.account(event), provider, TextFields.read(event, KEY));
        switch (entry) {
            case Entry.Works _, Entry.Empty _, Entry.Untested _ ->
                journal.note(
                        event, () -> say("keys.noted-entered", event.getUser().getAsMention(), provider.title()));
            case Entry.Refused _, Entry.Malformed _, Entry.NotOffered _ -> {}
        }
        return sentence(entry, provider.title());
    }

    private static String sentence(Entry entry, String provider) {
        return switch (entry) {
            case Entry.Works works ->
                works.credit()
                        .map(credit -> say("keys.entered-credit", provider, MemberWords.shown(credit, CREDIT_SHOWN)))
                        .orElseGet(() -> say("keys.entered", provider));
            case Entry.Empty _ -> say("keys.entered-empty", provider);
            case Entry.Untested _ -> say("keys.entered-untested", provider);
            case Entry.Refused _ -> say("keys.refused", provider);
            case Entry.Malformed _ -> say("keys.malformed");
            case Entry.NotOffered _ -> say("keys.panel-not-offered");
        };
    }
}
