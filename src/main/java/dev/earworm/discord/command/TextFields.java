package dev.earworm.discord.command;

import java.util.Optional;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/** The text fields of forms. */
public final class TextFields {
    private TextFields() {}

    /** A field that has to be filled in; what is already in it may be nothing. */
    public static TextInput.Builder of(String id, TextInputStyle style, int longest, String filledIn) {
        return TextInput.create(id, style)
                .setMaxLength(longest)
                // JDA takes no blank text, only none.
                .setValue(filledIn.isBlank() ? null : filledIn);
    }

    public static TextInput.Builder optional(String id, TextInputStyle style, int longest, String filledIn) {
        return of(id, style, longest, filledIn).setRequired(false);
    }

    /** Empty where nothing was typed. */
    public static String read(ModalInteraction form, String id) {
        return Optional.ofNullable(form.getValue(id))
                .map(ModalMapping::getAsString)
                .orElse("");
    }
}
