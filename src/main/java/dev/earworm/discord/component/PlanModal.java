package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.music.CompositionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.modals.Modal;

/** What a plan says of the whole song, as a form. What does not fit into a field is not asked for, and stays as it is. */
final class PlanModal {
    private static final String STYLES = "styles";
    private static final String AVOIDED = "avoided";

    private PlanModal() {}

    /** Empty when there is nothing that fits. */
    static Optional<Modal> of(CustomId id, CompositionPlan plan) {
        List<ModalTopLevelComponent> parts = new ArrayList<>();
        addField(parts, say("plan.whole-styles"), STYLES, plan.styles());
        addField(parts, say("plan.whole-avoided"), AVOIDED, plan.avoided());
        return Optional.of(parts)
                .filter(fields -> !fields.isEmpty())
                .map(fields -> Modal.create(id.toString(), say("plan.edit-whole"))
                        .addComponents(fields)
                        .build());
    }

    private static void addField(List<ModalTopLevelComponent> parts, String label, String id, List<String> styles) {
        String filledIn = String.join(", ", styles);
        if (TextFields.fit(filledIn)) {
            parts.add(Label.of(
                    label,
                    say("plan.commas"),
                    TextFields.optional(id, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, filledIn)
                            .build()));
        }
    }

    static CompositionPlan read(ModalInteraction form, CompositionPlan before) {
        return before.withStyles(
                field(form, STYLES).orElse(before.styles()),
                field(form, AVOIDED).orElse(before.avoided()));
    }

    private static Optional<List<String>> field(ModalInteraction form, String id) {
        return TextFields.find(form, id).map(StyleText::list);
    }
}
