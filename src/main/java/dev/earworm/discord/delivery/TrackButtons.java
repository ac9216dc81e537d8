package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Surroundings.Ability;
import dev.earworm.jobs.Job;
import dev.earworm.music.Extension;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/**
 * Decides which buttons stand below a finished song: none that its model or its place cannot do. The first row makes
 * other songs of it, the second does something with this one; Discord takes five a row.
 */
final class TrackButtons {
    private TrackButtons() {}

    /**
     * Row by row.
     *
     * @param model that made the song; empty if it is no longer there
     */
    static List<List<PostButton>> of(Job job, Optional<MusicModel> model, Set<Ability> abilities) {
        return Stream.of(making(job, model), keeping(job, abilities))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static List<PostButton> making(Job job, Optional<MusicModel> model) {
        List<PostButton> row = new ArrayList<>();
        if (model.isPresent()) {
            row.add(button(Action.AGAIN, job, say("again.button")));
        }
        row.add(button(Action.CHANGE, job, say("change.button")));
        if (model.filter(able -> Extension.isPossible(job.request(), job.details(), able))
                .isPresent()) {
            row.add(button(Action.EXTEND, job, say("extend.button")));
        }
        if (model.filter(able -> able.has(Feature.STEMS)).isPresent()) {
            row.add(button(Action.STEMS, job, say("stems.button")));
        }
        return row;
    }

    private static List<PostButton> keeping(Job job, Set<Ability> abilities) {
        List<PostButton> row = new ArrayList<>();
        if (abilities.contains(Ability.VOICE_MESSAGES)) {
            row.add(button(Action.VOICE, job, say("voice.button")));
        }
        if (abilities.contains(Ability.DELETING)) {
            row.add(button(Action.DELETE, job, say("delete.button")));
        }
        return row;
    }

    private static PostButton button(Action action, Job job, String label) {
        return new PostButton(new CustomId(action, job.id()), label, ButtonStyle.SECONDARY);
    }
}
