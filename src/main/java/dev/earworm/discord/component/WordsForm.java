package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.command.WordsPosts;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.SettingsStore;
import dev.earworm.settings.TypedWords;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Edit the list" below {@code /admin words}: the whole list as a form, an entry a line. A list with a mistake changes
 * nothing, and can be mended for an hour: "Open the form again" has what was typed.
 */
public final class WordsForm implements FormHandler, FormOpener {
    private static final String WORDS = "words";
    private static final Duration TYPED_KEPT = Duration.ofHours(1);
    private static final int TYPED_LISTS_KEPT = 1_000;

    private final SettingsStore settings;
    private final AdminJournal journal;
    private final Cache<Account, String> typedBefore = Caffeine.newBuilder()
            .maximumSize(TYPED_LISTS_KEPT)
            .expireAfterWrite(TYPED_KEPT)
            .build();

    public WordsForm(SettingsStore settings, AdminJournal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public Action action() {
        return Action.WORDS;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        if (!Admins.isOne(event)) {
            return new Opening.Refused(say("admin.not-yours"));
        }
        Account admin = Origin.account(event);
        Optional<String> typed =
                id.part().isPresent() ? Optional.ofNullable(typedBefore.getIfPresent(admin)) : Optional.empty();
        return new Opening.Form(form(typed.orElseGet(
                () -> String.join("\n", settings.of(admin.guild()).refused()))));
    }

    private static Modal form(String filledIn) {
        return Modal.create(CustomId.of(Action.WORDS).toString(), say("words.title"))
                .addComponents(Label.of(
                        say("words.label"),
                        say("words.how"),
                        TextFields.optional(WORDS, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, filledIn)
                                .build()))
                .build();
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
            return;
        }
        String typed = TextFields.read(event, WORDS);
        switch (TypedWords.read(typed)) {
            case TypedWords.Mistaken mistaken -> refuse(event, typed, mistaken);
            case TypedWords.Clear clear -> take(event, clear.entries());
        }
    }

    private void refuse(ModalInteractionEvent event, String typed, TypedWords.Mistaken mistaken) {
        typedBefore.put(Origin.account(event), typed);
        Answers.fill(event.getHook(), Reply.of(WordsPosts.mistaken(mistaken)));
    }

    private void take(ModalInteractionEvent event, List<String> entries) {
        GuildId guild = Origin.account(event).guild();
        AtomicReference<List<String>> before = new AtomicReference<>(List.of());
        settings.change(guild, now -> {
            before.set(now.refused());
            return now.withRefused(entries);
        });
        note(event, before.get(), entries);
        Answers.fill(event.getHook(), Reply.of(WordsPosts.of(entries)));
    }

    private void note(ModalInteractionEvent event, List<String> before, List<String> after) {
        int added = without(after, before);
        int removed = without(before, after);
        if (added + removed > 0) {
            journal.note(
                    event, () -> say("words.changed", event.getUser().getAsMention(), added, removed, after.size()));
        }
    }

    private static int without(List<String> entries, List<String> others) {
        Set<String> left = new HashSet<>(entries);
        others.forEach(left::remove);
        return left.size();
    }
}
