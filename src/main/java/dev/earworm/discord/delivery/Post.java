package dev.earworm.discord.delivery;

import dev.earworm.quota.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.utils.messages.AbstractMessageBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A message of the bot as its readers see it; two are equal when they look the same. Whatever its words look like, it
 * pings nobody but {@link #pings()}, and as an edit nobody at all.
 */
public record Post(String content, List<PostButton> buttons, List<PostMenu> menus, Optional<UserId> pings) {
    /** A button below a post. */
    public record PostButton(CustomId id, String label, ButtonStyle style) {}

    /** A menu below a post, of which one entry is chosen; at most 25 of them. */
    public record PostMenu(CustomId id, String placeholder, List<Entry> entries) {
        public PostMenu {
            entries = List.copyOf(entries);
        }

        /** What the member reads, and what the handler gets. */
        public record Entry(String label, String value) {}
    }

    public Post {
        buttons = List.copyOf(buttons);
        menus = List.copyOf(menus);
    }

    public static Post of(String content) {
        return new Post(content, List.of(), List.of(), Optional.empty());
    }

    public Post with(PostButton button) {
        List<PostButton> more = new ArrayList<>(buttons);
        more.add(button);
        return new Post(content, more, menus, pings);
    }

    public Post with(PostMenu menu) {
        List<PostMenu> more = new ArrayList<>(menus);
        more.add(menu);
        return new Post(content, buttons, more, pings);
    }

    public Post saying(String other) {
        return new Post(other, buttons, menus, pings);
    }

    public Post pinging(UserId user) {
        return new Post(content, buttons, menus, Optional.of(user));
    }

    public MessageCreateData toCreate() {
        long[] pinged = pings.stream().mapToLong(UserId::value).toArray();
        return fill(new MessageCreateBuilder()).mentionUsers(pinged).build();
    }

    /** Replaces content, buttons and menus. Discord wants to be told again on each edit that nobody is mentioned. */
    public MessageEditData toEdit() {
        return fill(new MessageEditBuilder()).build();
    }

    private <B extends AbstractMessageBuilder<?, B>> B fill(B message) {
        return message.setContent(content).setAllowedMentions(List.of()).setComponents(rows());
    }

    private List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>();
        if (!buttons.isEmpty()) {
            rows.add(ActionRow.of(buttons.stream()
                    .map(button -> Button.of(button.style(), button.id().toString(), button.label()))
                    .toList()));
        }
        menus.forEach(menu -> rows.add(ActionRow.of(row(menu))));
        return rows;
    }

    private static StringSelectMenu row(PostMenu menu) {
        return StringSelectMenu.create(menu.id().toString())
                .setPlaceholder(menu.placeholder())
                .addOptions(menu.entries().stream()
                        .map(entry -> SelectOption.of(entry.label(), entry.value()))
                        .toList())
                .build();
    }
}
