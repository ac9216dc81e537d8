package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** A section of a plan as a form. What does not fit into a field is not asked for, and stays as it is. */
final class SectionModal {
    private static final String NAME = "name";
    private static final String LENGTH = "length";
    private static final String STYLES = "styles";
    private static final String LYRICS = "lyrics";
    private static final String STEP = "step";
    private static final int LONGEST_LENGTH = 20;

    private SectionModal() {}

    static Modal of(CustomId id, PlanSection section, int index, List<SectionStep> steps) {
        List<ModalTopLevelComponent> parts = new ArrayList<>();
        parts.add(Label.of(
                say("plan.name"),
                TextFields.of(NAME, TextInputStyle.SHORT, PlanPolicy.MAX_NAME, name(section))
                        .build()));
        parts.add(Label.of(
                say("plan.length"),
                TextFields.of(LENGTH, TextInputStyle.SHORT, LONGEST_LENGTH, Lengths.clock(section.length()))
                        .build()));
        String styles = new StyleText(section.styles(), section.avoided()).written();
        fitting(STYLES, styles)
                .ifPresent(field -> parts.add(Label.of(say("plan.section-styles"), say("plan.minus"), field)));
        fitting(LYRICS, String.join("\n", section.lines()))
                .ifPresent(field -> parts.add(Label.of(say("plan.lyrics"), field)));
        parts.add(Label.of(say("plan.step"), menu(steps)));
        return Modal.create(id.toString(), say("plan.section-title", index + 1))
                .addComponents(parts)
                .build();
    }

    /** As much as the field takes: a planner's name may be longer than a plan may have it. */
    private static String name(PlanSection section) {
        return MemberWords.shortened(Prompts.line(section.name()), PlanPolicy.MAX_NAME);
    }

    private static Optional<TextInput> fitting(String id, String filledIn) {
        return Optional.of(filledIn)
                .filter(TextFields::fit)
                .map(text -> TextFields.optional(id, TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, text)
                        .build());
    }

    /** The section as it shall be; a length that is none changes nothing. */
    static PlanSection read(ModalInteraction form, PlanSection before) {
        StyleText styles =
                field(form, STYLES).map(StyleText::read).orElse(new StyleText(before.styles(), before.avoided()));
        return new PlanSection(
                field(form, NAME).map(Prompts::line).orElse(before.name()),
                length(form, before.length()),
                styles.wanted(),
                styles.avoided(),
                field(form, LYRICS).map(SectionModal::lines).orElse(before.lines()),
                before.source());
    }

    /** Where the section shall go. */
    static SectionStep step(ModalInteraction form, List<SectionStep> offered) {
        String chosen = Optional.ofNullable(form.getValue(STEP)).map(ModalMapping::getAsStringList).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
        return SectionStep.chosen(chosen, offered);
    }

    private static StringSelectMenu menu(List<SectionStep> offered) {
        return StringSelectMenu.create(STEP)
                .addOptions(offered.stream()
                        .map(step -> SelectOption.of(step.label(), step.name()))
                        .toList())
                .setDefaultValues(SectionStep.STAY.name())
                .build();
    }

    /** What was typed as a length and is none. */
    static Optional<String> wrongLength(ModalInteraction form) {
        return field(form, LENGTH).filter(typed -> Lengths.read(typed).isEmpty());
    }

    /** The form shows whole seconds; who leaves them as they are leaves the fractions, too. */
    private static Duration length(ModalInteraction form, Duration before) {
        return field(form, LENGTH)
                .filter(typed -> !typed.strip().equals(Lengths.clock(before)))
                .flatMap(Lengths::read)
                .orElse(before);
    }

    private static List<String> lines(String typed) {
        return Prompts.lines(typed).lines().filter(line -> !line.isBlank()).toList();
    }

    private static Optional<String> field(ModalInteraction form, String id) {
        return Optional.ofNullable(form.getValue(id)).map(ModalMapping::getAsString);
    }
}
