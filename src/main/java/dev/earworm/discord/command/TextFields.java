package dev.earworm.discord.command;

import java.util.Optional;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/** The text fields of forms. */
public final class TextFields {
    private TextFields() {}

    /** A field that has to be filled in; what is already in it may be nothing, and what is too long for it is cut. */
    public static TextInput.Builder of(String id, TextInputStyle style, int longest, String filledIn) {
        return TextInput.create(id, style)
                .setMaxLength(longest)
                // JDA takes no blank text, only none.
                .setValue(filledIn.isBlank() ? null : cut(filledIn, longest));
    }

    public static TextInput.Builder optional(String id, TextInputStyle style, int longest, String filledIn) {
        return of(id, style, longest, filledIn).setRequired(false);
    }

    /** Blank where nothing was typed. */
    public static String read(ModalInteraction form, String id) {
        return find(form, id).orElse("");
    }

    /** Empty where the form has no such field; a forged one may also have it of another kind, or longer than Discord takes. */
    public static Optional<String> find(ModalInteraction form, String id) {
        return Optional.ofNullable(form.getValue(id))
                .filter(value -> value.getType() == Component.Type.TEXT_INPUT)
                .map(ModalMapping::getAsString)
                .map(text -> cut(text, TextInput.MAX_VALUE_LENGTH));
    }

    /** Whether the longest field there is can hold this. */
    public static boolean fit(String text) {
        return characters(text) <= TextInput.MAX_VALUE_LENGTH;
    }

    private static String cut(String text, int longest) {
        return characters(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** As Discord counts them; some are two for Java, and half of one cannot be sent. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
