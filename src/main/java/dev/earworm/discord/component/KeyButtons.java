package dev.earworm.discord.component;

import static dev.earworm.discord.component.ReplyingButton.inPlace;
import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.KeyPosts;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.keys.KeyDesk;
import dev.earworm.keys.KeyedProvider;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.Interaction;

/** What the buttons below the question whether to remove a guild's key do. */
public final class KeyButtons {
    private KeyButtons() {}

    public static List<ButtonHandler> of(KeyDesk keys, AdminJournal journal) {
        return List.of(
                inPlace(
                        Action.KEY_REMOVE_NOW,
                        (event, id) -> forAdmins(
                                event,
                                () -> KeyedProvider.at(id.part().orElse(-1))
                                        .map(provider -> removed(keys, journal, event, provider))
                                        .orElseGet(() -> Reply.of(say("keys.no-such-provider"))))),
                inPlace(
                        Action.KEY_KEEP,
                        (event, _) -> forAdmins(event, () -> Reply.of(KeyPosts.panel(keys, Origin.guild(event))))));
    }

    private static Reply forAdmins(Interaction event, Supplier<Reply> answer) {
        return Admins.isOne(event) ? answer.get() : Reply.of(say("admin.not-yours"));
    }

    private static Reply removed(KeyDesk keys, AdminJournal journal, Interaction event, KeyedProvider provider) {
        boolean wasThere = keys.remove(Origin.guild(event), provider);
        if (wasThere) {
            journal.note(event, () -> say("keys.noted-removed", event.getUser().getAsMention(), provider.title()));
        }
        String news = wasThere ? say("keys.removed", provider.title()) : say("keys.was-gone", provider.title());
        return Reply.of(KeyPosts.panel(keys, Origin.guild(event), news));
    }
}
