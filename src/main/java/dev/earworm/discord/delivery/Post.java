package dev.earworm.discord.delivery;

import dev.earworm.quota.UserId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.DefaultValue;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.channel.ChannelType;
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
public record Post(String content, List<PostControl> controls, Optional<PostPicture> picture, Optional<UserId> pings) {
    /** Something below a post to press or choose from, in this order. Buttons that follow each other share a row. */
    public sealed interface PostControl permits PostButton, PostMenu, PostPicker {}

    /** A button below a post. */
    public record PostButton(CustomId id, String label, ButtonStyle style) implements PostControl {}

    /**
     * A menu below a post, of which one entry is chosen, or several.
     *
     * @param placeholder shown while nothing is chosen
     * @param entries at most 25
     * @param chosen the values of the entries that are chosen already
     * @param most how many can be chosen
     */
    public record PostMenu(CustomId id, String placeholder, List<Entry> entries, List<String> chosen, int most)
            implements PostControl {
        public PostMenu {
            entries = List.copyOf(entries);
            chosen = List.copyOf(chosen);
        }

        public PostMenu(CustomId id, String placeholder, List<Entry> entries) {
            this(id, placeholder, entries, List.of(), 1);
        }

        /** Of which one is chosen already. */
        public PostMenu(CustomId id, String placeholder, List<Entry> entries, String chosen) {
            this(id, placeholder, entries, List.of(chosen), 1);
        }

        /** What the member reads, and what the handler gets. */
        public record Entry(String label, String value) {}
    }

    /**
     * A menu below a post of what there is in the guild, which Discord fills; at least one has to be chosen.
     *
     * @param placeholder shown while nothing is chosen
     * @param chosen the identifiers of what is chosen already
     * @param most how many can be chosen; at most 25
     */
    public record PostPicker(CustomId id, String placeholder, Kind kind, List<Long> chosen, int most)
            implements PostControl {
        public PostPicker {
            chosen = List.copyOf(chosen);
        }

        /** What is offered. */
        public sealed interface Kind {
            /** Channels of these types that the member sees. */
            record Channels(Set<ChannelType> types) implements Kind {}

            record Roles() implements Kind {}
        }
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
        controls = List.copyOf(controls);
    }

    public static Post of(String content) {
        return new Post(content, List.of(), Optional.empty(), Optional.empty());
    }

    public Post with(PostControl control) {
        List<PostControl> more = new ArrayList<>(controls);
        more.add(control);
        return new Post(content, more, picture, pings);
    }

    public Post with(PostPicture shown) {
        return new Post(content, controls, Optional.of(shown), pings);
    }

    public Post saying(String other) {
        return new Post(other, controls, picture, pings);
    }

    public Post pinging(UserId user) {
        return new Post(content, controls, picture, Optional.of(user));
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
        List<PostButton> together = new ArrayList<>();
        for (PostControl control : controls) {
            switch (control) {
                case PostButton button -> together.add(button);
                case PostMenu menu -> {
                    addRow(rows, together);
                    rows.add(ActionRow.of(menu(menu)));
                }
                case PostPicker picker -> {
                    addRow(rows, together);
                    rows.add(ActionRow.of(menu(picker)));
                }
            }
        }
        addRow(rows, together);
        return rows;
    }

    private static void addRow(List<ActionRow> rows, List<PostButton> together) {
        if (!together.isEmpty()) {
            rows.add(row(together));
            together.clear();
        }
    }

    /** At most five. */
    static ActionRow row(List<PostButton> buttons) {
        return ActionRow.of(buttons.stream()
                .map(button -> Button.of(button.style(), button.id().toString(), button.label()))
                .toList());
    }

    private static StringSelectMenu menu(PostMenu menu) {
        return StringSelectMenu.create(menu.id().toString())
                .setPlaceholder(menu.placeholder())
                .addOptions(menu.entries().stream()
                        .map(entry -> SelectOption.of(entry.label(), entry.value()))
                        .toList())
                .setMaxValues(menu.most())
                .setDefaultValues(menu.chosen())
                .build();
    }

    private static EntitySelectMenu menu(PostPicker picker) {
        return switch (picker.kind()) {
            case PostPicker.Kind.Channels channels ->
                menu(picker, SelectTarget.CHANNEL, DefaultValue::channel)
                        .setChannelTypes(channels.types())
                        .build();
            case PostPicker.Kind.Roles _ ->
                menu(picker, SelectTarget.ROLE, DefaultValue::role).build();
        };
    }

    private static EntitySelectMenu.Builder menu(
            PostPicker picker, SelectTarget target, LongFunction<DefaultValue> chosen) {
        return EntitySelectMenu.create(picker.id().toString(), target)
                .setPlaceholder(picker.placeholder())
                .setMaxValues(picker.most())
                .setDefaultValues(picker.chosen().stream().map(chosen::apply).toList());
    }
}
