package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.PlanPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.modals.Modal;

/** The form that asks what comes behind a finished song, and how much of it. */
final class ExtendModal {
    private static final String MORE = "more";
    private static final String WHAT = "what";
    private static final String LYRICS = "lyrics";
    private static final int LONGEST_LENGTH = 20;
    private static final Duration USUAL = Duration.ofSeconds(30);

    private ExtendModal() {}

    /**
     * Filled in with what was typed before.
     *
     * @param longest that is possible
     */
    static Modal of(CustomId id, MusicModel model, Duration longest, SongForm typed) {
        List<ModalTopLevelComponent> parts = new ArrayList<>();
        parts.add(Label.of(
                say("extend.more"),
                say("extend.range", PlanPolicy.SHORTEST_SECTION.toSeconds(), longest.toSeconds()),
                TextFields.of(MORE, TextInputStyle.SHORT, LONGEST_LENGTH, typed.length())
                        .build()));
        parts.add(Label.of(
                say("extend.what"),
                TextFields.optional(WHAT, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, typed.style())
                        .setPlaceholder(say("extend.what-example"))
                        .build()));
        if (model.has(Feature.LYRICS)) {
            parts.add(Label.of(
                    say("extend.lyrics"),
                    TextFields.optional(LYRICS, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, typed.lyrics())
                            .build()));
        }
        return Modal.create(id.toString(), say("extend.title"))
                .addComponents(parts)
                .build();
    }

    /** What stands in the form at first. */
    static SongForm suggested(Duration longest) {
        Duration more = longest.compareTo(USUAL) < 0 ? longest : USUAL;
        return new SongForm("", "", "", Long.toString(more.toSeconds()), "");
    }

    /** What a member sent; a forged form may lack any field. */
    static SongForm read(ModalInteraction form) {
        return new SongForm(
                "", TextFields.read(form, LYRICS), TextFields.read(form, WHAT), TextFields.read(form, MORE), "");
    }
}
