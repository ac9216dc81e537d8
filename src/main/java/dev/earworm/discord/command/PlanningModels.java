package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Listing;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Planner;
import dev.earworm.music.Providers;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/** The models that follow plans and whose providers write them. */
public final class PlanningModels {
    private static final int MODELS_SHOWN = 10;

    private final Providers providers;
    private final ModelChoices choices;

    public PlanningModels(HouseRules rules, Providers providers) {
        this.providers = providers;
        this.choices = new ModelChoices(rules, providers);
    }

    Optional<Planner> planner(MusicModel model) {
        return providers
                .provider(model.id().provider())
                .filter(_ -> model.has(Feature.PLAN))
                .flatMap(MusicProvider::planner);
    }

    /** The member's model, else the first that plans, which is the default one if it does. */
    SongOptions withModel(SongOptions options, SongDefaults defaults) {
        return options.model().isPresent()
                ? options
                : options.withModel(defaults.first(providers.models()).stream()
                        .filter(model -> planner(model).isPresent())
                        .findFirst()
                        .map(model -> model.id().toString()));
    }

    MusicModel model(ModelId id) {
        return providers.model(id).orElseThrow();
    }

    /** Which models plan, for one that does not. */
    String refusal(MusicModel model) {
        List<ModelId> all = all();
        return all.isEmpty()
                ? say("plan.nobody")
                : say(
                        "plan.not-by",
                        model.title(),
                        Listing.of(all.stream().limit(MODELS_SHOWN).map(id -> "`" + id + "`")));
    }

    List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return choices.of(event, model -> planner(model).isPresent());
    }

    private List<ModelId> all() {
        return providers.models().stream()
                .filter(model -> planner(model).isPresent())
                .map(MusicModel::id)
                .toList();
    }
}
