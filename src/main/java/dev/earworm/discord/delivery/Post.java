package dev.earworm.discord.delivery;

import dev.earworm.quota.UserId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.AbstractMessageBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A message of the bot as its readers see it; two are equal when they look the same. Whatever its words look like, it
 * pings nobody but {@link #pings()}, and as an edit nobody at all.
 */
public record Post(
        String content,
        List<PostButton> buttons,
        List<PostMenu> menus,
        Optional<PostPicture> picture,
        Optional<UserId> pings) {
    /** A button below a post. */
    public record PostButton(CustomId id, String label, ButtonStyle style) {}

    /**
     * A menu below a post, of which one entry is chosen.
     *
     * @param placeholder shown while nothing is chosen
     * @param entries at most 25
     * @param chosen the value of the entry that is chosen already
     */
    public record PostMenu(CustomId id, String placeholder, List<Entry> entries, Optional<String> chosen) {
        public PostMenu {
            entries = List.copyOf(entries);
        }

        public PostMenu(CustomId id, String placeholder, List<Entry> entries) {
            this(id, placeholder, entries, Optional.empty());
        }

        /** What the member reads, and what the handler gets. */
        public record Entry(String label, String value) {}
    }

    /**
     * A picture below the words of a post. Two are equal when they show the same.
     *
     * @param fileName letters, digits, dots and dashes
     * @param inWords for those who do not see it; at most 1,024 characters
     */
    public record PostPicture(String fileName, byte[] bytes, String inWords) {
        @Override
        public boolean equals(Object other) {
            return other instanceof PostPicture picture
                    && fileName.equals(picture.fileName)
                    && inWords.equals(picture.inWords)
                    && Arrays.equals(bytes, picture.bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fileName, inWords, Arrays.hashCode(bytes));
        }

        FileUpload upload() {
            return FileUpload.fromStreamSupplier(fileName, () -> new ByteArrayInputStream(bytes))
                    .setDescription(inWords);
        }
    }

    public Post {
        buttons = List.copyOf(buttons);
        menus = List.copyOf(menus);
    }

    public static Post of(String content) {
        return new Post(content, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public Post with(PostButton button) {
        List<PostButton> more = new ArrayList<>(buttons);
        more.add(button);
        return new Post(content, more, menus, picture, pings);
    }

    public Post with(PostMenu menu) {
        List<PostMenu> more = new ArrayList<>(menus);
        more.add(menu);
        return new Post(content, buttons, more, picture, pings);
    }

    public Post with(PostPicture shown) {
        return new Post(content, buttons, menus, Optional.of(shown), pings);
    }

    public Post saying(String other) {
        return new Post(other, buttons, menus, picture, pings);
    }

    public Post pinging(UserId user) {
        return new Post(content, buttons, menus, picture, Optional.of(user));
    }

    public MessageCreateData toCreate() {
        long[] pinged = pings.stream().mapToLong(UserId::value).toArray();
        return fill(new MessageCreateBuilder()).mentionUsers(pinged).build();
    }

    /**
     * Replaces content, buttons and menus, and the files of the message by the picture if there is one: without one they
     * stay, since among them may be a song. Discord wants to be told again on each edit that nobody is mentioned.
     */
    public MessageEditData toEdit() {
        return fill(new MessageEditBuilder()).build();
    }

    private <B extends AbstractMessageBuilder<?, B>> B fill(B message) {
        message.setContent(content).setAllowedMentions(List.of()).setComponents(rows());
        picture.ifPresent(shown -> message.setFiles(shown.upload()));
        return message;
    }

    private List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>();
        if (!buttons.isEmpty()) {
            rows.add(row(buttons));
        }
        menus.forEach(menu -> rows.add(ActionRow.of(row(menu))));
        return rows;
    }

    /** At most five. */
    static ActionRow row(List<PostButton> buttons) {
        return ActionRow.of(buttons.stream()
                .map(button -> Button.of(button.style(), button.id().toString(), button.label()))
                .toList());
    }

    private static StringSelectMenu row(PostMenu menu) {
        return StringSelectMenu.create(menu.id().toString())
                .setPlaceholder(menu.placeholder())
                .addOptions(menu.entries().stream()
                        .map(entry -> SelectOption.of(entry.label(), entry.value()))
                        .toList())
                .setDefaultValues(menu.chosen().stream().toList())
                .build();
    }
}
