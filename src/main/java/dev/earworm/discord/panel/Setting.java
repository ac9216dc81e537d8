package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post.PostControl;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;

/** One thing that admins can set: how it is now, in plain words, and what it is changed with. */
interface Setting {
    /** Its part of the ids in panels that are open somewhere, from 0 to 49: never changed, and never another's. */
    int number();

    PanelPage page();

    /** How it is set, in a sentence; for the panel and for whoever reads later what was changed. */
    String now(Panel panel);

    /** What is set so that it cannot work, each with what to do about it. */
    default List<String> warnings(Panel panel) {
        return List.of();
    }

    /** Below the panel; buttons last. */
    List<PostControl> controls(Panel panel);

    /**
     * What was chosen in one of its menus, or typed into its form. It may be forged.
     *
     * @param answer values of entries, identifiers of channels or roles, or the one text that was typed
     */
    Answer read(List<String> answer, Panel panel);

    /** What its button that takes everything back comes to. */
    default Answer clear() {
        return new Answer.Refused(say("admin.no-such-setting"));
    }

    /** The one field of its form, with what is set; empty where there is none. */
    default Optional<Label> field(Panel panel) {
        return Optional.empty();
    }
}
