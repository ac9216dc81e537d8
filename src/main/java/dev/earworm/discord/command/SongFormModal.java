package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.words.ModelSentences;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** A {@link SongForm} as Discord draws it. */
public final class SongFormModal {
    private static final String PROMPT = "prompt";
    private static final String LYRICS = "lyrics";
    private static final String STYLE = "style";
    private static final String LENGTH = "length";
    private static final String MODEL = "model";
    private static final int LONGEST_STYLE = 300;
    private static final int LONGEST_LENGTH = 20;

    private final Providers providers;
    private final ModelSentences models;

    public SongFormModal(Providers providers) {
        this.providers = providers;
        this.models = new ModelSentences(providers);
    }

    /** Filled in with what was typed before. */
    public Modal of(JobId id, SongForm typed) {
        return of(new CustomId(Action.COMPOSE, id), say("compose.title"), typed);
    }

    /** For another purpose. A text that is longer than any field is not asked for. */
    public Modal of(CustomId id, String title, SongForm typed) {
        List<ModalTopLevelComponent> parts = new ArrayList<>();
        if (TextFields.fit(typed.prompt())) {
            parts.add(Label.of(
                    say("compose.prompt"),
                    TextFields.of(PROMPT, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, typed.prompt())
                            .build()));
        }
        if (TextFields.fit(typed.lyrics())) {
            parts.add(Label.of(
                    say("compose.lyrics"),
                    TextFields.optional(LYRICS, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, typed.lyrics())
                            .build()));
        }
        parts.add(Label.of(
                say("compose.style"),
                TextFields.optional(STYLE, TextInputStyle.SHORT, LONGEST_STYLE, typed.style())
                        .setPlaceholder(say("compose.style-example"))
                        .build()));
        parts.add(Label.of(
                say("compose.length"),
                TextFields.optional(LENGTH, TextInputStyle.SHORT, LONGEST_LENGTH, typed.length())
                        .build()));
        parts.add(Label.of(say("compose.model"), menu(typed.model())));
        return Modal.create(id.toString(), title).addComponents(parts).build();
    }

    /** What a member sent; a forged form may lack any field, or have it of another kind. */
    public static SongForm read(ModalInteraction form) {
        return new SongForm(
                TextFields.read(form, PROMPT),
                TextFields.read(form, LYRICS),
                TextFields.read(form, STYLE),
                TextFields.read(form, LENGTH),
                chosen(form));
    }

    /** As many models as a menu takes, the chosen one first. */
    private StringSelectMenu menu(String chosen) {
        List<SelectOption> options = providers.models().stream()
                .sorted(Comparator.comparing(model -> !model.id().toString().equals(chosen)))
                .limit(StringSelectMenu.OPTIONS_MAX_AMOUNT)
                .map(this::option)
                .toList();
        String first = options.stream()
                .map(SelectOption::getValue)
                .filter(chosen::equals)
                .findFirst()
                .orElse(options.getFirst().getValue());
        return StringSelectMenu.create(MODEL)
                .addOptions(options)
                .setDefaultValues(first)
                .setRequired(true)
                .build();
    }

    private SelectOption option(MusicModel model) {
        return SelectOption.of(Choices.name(models.brief(model)), model.id().toString());
    }

    private static String chosen(ModalInteraction form) {
        return Optional.ofNullable(form.getValue(MODEL))
                .filter(value -> value.getType() == Component.Type.STRING_SELECT)
                .map(ModalMapping::getAsStringList)
                .stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }
}
