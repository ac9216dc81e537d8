package dev.earworm.discord.delivery;

import dev.earworm.quota.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.messages.AbstractMessageBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A message of the bot as its readers see it; two are equal when they look the same. Whatever its words look like, it
 * pings nobody but {@link #pings()}, and as an edit nobody at all.
 */
public record Post(String content, List<PostButton> buttons, Optional<UserId> pings) {
    /** A button below a post. */
    public record PostButton(CustomId id, String label, ButtonStyle style) {}

    public Post {
        buttons = List.copyOf(buttons);
    }

    public static Post of(String content) {
        return new Post(content, List.of(), Optional.empty());
    }

    public Post with(PostButton button) {
        List<PostButton> more = new ArrayList<>(buttons);
        more.add(button);
        return new Post(content, more, pings);
    }

    public Post pinging(UserId user) {
        return new Post(content, buttons, Optional.of(user));
    }

    public MessageCreateData toCreate() {
        long[] pinged = pings.stream().mapToLong(UserId::value).toArray();
        return fill(new MessageCreateBuilder()).mentionUsers(pinged).build();
    }

    /** Replaces content and buttons. Discord wants to be told again on each edit that nobody is mentioned. */
    public MessageEditData toEdit() {
        return fill(new MessageEditBuilder()).build();
    }

    private <B extends AbstractMessageBuilder<?, B>> B fill(B message) {
        return message.setContent(content).setAllowedMentions(List.of()).setComponents(rows());
    }

    private List<ActionRow> rows() {
        if (buttons.isEmpty()) {
            return List.of();
        }
        return List.of(ActionRow.of(buttons.stream()
                .map(button -> Button.of(button.style(), button.id().toString(), button.label()))
                .toList()));
    }
}
