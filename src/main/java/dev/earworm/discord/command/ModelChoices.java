package dev.earworm.discord.command;

import dev.earworm.discord.words.ModelSentences;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The models that are offered while a member types one. */
final class ModelChoices {
    private final HouseRules rules;
    private final ModelSentences models;

    ModelChoices(HouseRules rules, Providers providers) {
        this.rules = rules;
        this.models = new ModelSentences(providers);
    }

    /** Those whose name, title or abilities hold what was typed so far: "lyrics" offers those that sing. */
    List<Choice> of(CommandAutoCompleteInteractionEvent event) {
        return of(event, _ -> true);
    }

    List<Choice> of(CommandAutoCompleteInteractionEvent event, Predicate<MusicModel> offered) {
        String sought = event.getFocusedOption().getValue().strip().toLowerCase(Locale.ROOT);
        return rules.models(Origin.guild(event)).stream()
                .filter(offered)
                .filter(model -> isMeant(model, sought))
                .filter(model -> model.id().toString().length() <= Choice.MAX_STRING_VALUE_LENGTH)
                .limit(OptionData.MAX_CHOICES)
                .map(model ->
                        new Choice(Choices.name(models.brief(model)), model.id().toString()))
                .toList();
    }

    private boolean isMeant(MusicModel model, String typed) {
        return Stream.of(model.id().toString(), models.brief(model))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed));
    }
}
