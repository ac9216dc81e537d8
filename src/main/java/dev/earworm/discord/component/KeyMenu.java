package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.KeyPosts;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.keys.KeyDesk;
import dev.earworm.keys.KeyedProvider;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** Which of a guild's keys shall go; asks before it does. */
public final class KeyMenu implements MenuHandler {
    private final KeyDesk keys;

    public KeyMenu(KeyDesk keys) {
        this.keys = keys;
    }

    @Override
    public Action action() {
        return Action.KEY_REMOVE;
    }

    @Override
    public RestAction<?> acknowledgement(StringSelectInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        Optional<KeyedProvider> provider =
                event.getValues().stream().findFirst().flatMap(KeyedProvider::named);
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (provider.isEmpty()) {
            Answers.aside(event.getHook(), say("keys.no-such-provider"));
        } else {
            Answers.fill(event.getHook(), Reply.of(KeyPosts.question(keys, provider.get())));
        }
    }
}
