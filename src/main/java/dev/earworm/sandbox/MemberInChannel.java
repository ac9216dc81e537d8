package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.rules.ComponentRules;
import dev.earworm.sandbox.rules.MessageFlags;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A member at the keyboard, in one channel.
 *
 * <p>{@code runs}, {@code presses} and {@code submits} wait up to 3 seconds for the bot's first answer. What Discord's
 * client would not let a person do is a {@link ClientRefusalException}, and nothing is sent.
 */
public final class MemberInChannel {
    private final World world;
    private final SandboxMember member;
    private final SandboxChannel channel;

    MemberInChannel(World world, SandboxMember member, SandboxChannel channel) {
        this.world = world;
        this.member = member;
        this.channel = channel;
    }

    public SandboxChannel channel() {
        return channel;
    }

    /**
     * Runs a command and waits for the first answer.
     *
     * @param command its name, with the subcommand after a space: {@code "admin quota"}
     * @param options by name: text, numbers, booleans, {@link SandboxMember}, {@link SandboxChannel}, {@link SandboxRole},
     *     {@link Attached} or a {@link java.nio.file.Path}
     */
    public SandboxInteraction runs(String command, Map<String, ?> options) {
        return interactions().awaitAnswer(sends(command, options));
    }

    public SandboxInteraction runs(String command) {
        return runs(command, Map.of());
    }

    /** Runs a command and does not wait. */
    public SandboxInteraction sends(String command, Map<String, ?> options) {
        List<String> words = List.of(command.trim().split(" +"));
        return world.change(() -> {
            CommandForm form = form(words.getFirst());
            ObjectNode data = form.completed(words.subList(1, words.size()), Map.copyOf(options));
            return send(InteractionKind.COMMAND, command, data, Optional.empty(), authorization(words.getFirst()));
        });
    }

    /** Types into an option and reads what the bot offers, within 3 seconds. */
    public List<Choice> completes(String command, String option, String typed, Map<String, ?> others) {
        List<String> words = List.of(command.trim().split(" +"));
        Map<String, Object> options = new LinkedHashMap<>(others);
        options.put(option, typed);
        SandboxInteraction interaction = world.change(() -> {
            ObjectNode data = form(words.getFirst()).typing(words.subList(1, words.size()), options, option);
            return send(InteractionKind.AUTOCOMPLETE, command, data, Optional.empty(), authorization(words.getFirst()));
        });
        interactions().awaitAnswer(interaction);
        if (interaction.isFailed()) {
            throw new NoSuchElementException("Loading options failed: " + interaction);
        }
        return interaction.choices();
    }

    public List<Choice> completes(String command, String option, String typed) {
        return completes(command, option, typed, Map.of());
    }

    /** Presses the button with this label or custom id, and waits for the first answer. */
    public SandboxInteraction presses(SandboxMessage message, String labelOrId) {
        SandboxMessage now = visible(message);
        SandboxButton button = now.buttons().stream()
                .filter(candidate -> candidate.isCalled(labelOrId))
                .findFirst()
                .orElseThrow(() -> new ClientRefusalException("no button %s in %s".formatted(labelOrId, now)));
        if (button.isDisabled() || button.customId().isEmpty()) {
            throw new ClientRefusalException("%s cannot be pressed".formatted(button));
        }
        return pressesForged(now, button.customId());
    }

    /** Sends a press of a custom id that the message need not have, as a tampered client can, and waits. */
    public SandboxInteraction pressesForged(SandboxMessage message, String customId) {
        return interactions().awaitAnswer(sendsPress(message, customId));
    }

    /** Sends a press of a custom id that the message need not have, and does not wait. */
    public SandboxInteraction sendsPress(SandboxMessage message, String customId) {
        ObjectNode data = Json.object();
        data.put("custom_id", customId);
        data.put("component_type", ComponentRules.BUTTON);
        return component(message, customId, data);
    }

    /** Selects values of the menu with this custom id, and waits for the first answer. */
    public SandboxInteraction selects(SandboxMessage message, String customId, String... values) {
        MenuCheck.check(visible(message), customId, List.of(values));
        ObjectNode data = Json.object();
        data.put("custom_id", customId);
        data.put("component_type", ComponentRules.STRING_SELECT);
        ArrayNode selected = data.putArray("values");
        Arrays.stream(values).forEach(selected::add);
        return interactions().awaitAnswer(component(message, customId, data));
    }

    /** Fills the form that the bot opened, and waits for the first answer. Fields that are not named keep what was filled in. */
    public SandboxInteraction submits(SandboxInteraction opener, Map<String, String> fields) {
        SandboxModal modal =
                opener.modal().orElseThrow(() -> new ClientRefusalException("the bot opened no form: " + opener));
        ObjectNode data = ModalForm.data(modal, fields);
        return interactions()
                .awaitAnswer(world.change(() ->
                        send(InteractionKind.MODAL, modal.customId(), data, opener.source(), opener.authorization())));
    }

    /** Writes a message, perhaps with files. */
    public SandboxMessage posts(String content, Attached... attached) {
        return world.change(() -> {
            check(Permission.VIEW_CHANNEL);
            check(channel.sending());
            if (channel instanceof SandboxForum) {
                throw new ClientRefusalException("%s has posts only".formatted(channel));
            }
            checkUnlocked();
            return post(world.nextId(), channel, content, attached);
        });
    }

    /** Starts a thread that all who see the channel can see. */
    public SandboxThread startsThread(String name) {
        return startsThread(name, SandboxThread.Kind.PUBLIC, Permission.CREATE_PUBLIC_THREADS);
    }

    /** Starts a thread that only those see who are added to it. */
    public SandboxThread startsPrivateThread(String name) {
        return startsThread(name, SandboxThread.Kind.PRIVATE, Permission.CREATE_PRIVATE_THREADS);
    }

    /** Starts a post in a forum; its first message has the thread's own id. */
    public SandboxThread startsPost(String title, String content, Attached... attached) {
        return world.change(() -> {
            if (!(channel instanceof SandboxForum)) {
                throw new ClientRefusalException("%s has no posts".formatted(channel));
            }
            check(Permission.VIEW_CHANNEL);
            check(Permission.SEND_MESSAGES);
            SandboxThread thread = addThread(title, SandboxThread.Kind.PUBLIC);
            post(thread.id(), thread, content, attached);
            return thread;
        });
    }

    private SandboxThread startsThread(String name, SandboxThread.Kind kind, Permission needed) {
        return world.change(() -> {
            if (channel instanceof SandboxForum
                    || channel instanceof SandboxThread
                    || channel.guild().isEmpty()) {
                throw new ClientRefusalException("%s has no threads".formatted(channel));
            }
            check(Permission.VIEW_CHANNEL);
            check(needed);
            return addThread(name, kind);
        });
    }

    private SandboxThread addThread(String name, SandboxThread.Kind kind) {
        SandboxGuild guild = member.guild();
        return guild.addThread(new SandboxThread(world, name, channel, guild, member.user(), kind));
    }

    private SandboxMessage post(long id, SandboxChannel place, String content, Attached... attached) {
        List<SandboxFile> files = Arrays.stream(attached)
                .map(file -> OptionValues.uploaded(world, world.files(), place, file))
                .toList();
        MessageBody body = new MessageBody(
                content,
                Json.array(),
                Json.array(),
                files,
                new MessageFlags(0),
                Mentions.of(content, Json.object().path("all"), member.isAbleTo(Permission.MENTION_EVERYONE, place)));
        MessageOrigin origin = new MessageOrigin(
                id,
                place,
                member.user(),
                world.now(),
                MessageOrigin.PLAIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return world.messages().post(origin, body);
    }

    /** Deletes a message: one's own, or anyone's with MANAGE_MESSAGES. An ephemeral one can only be dismissed, which nobody hears of. */
    public void deletes(SandboxMessage message) {
        world.change(() -> {
            SandboxMessage seen = visible(message);
            boolean isOwn = seen.author().equals(member.user());
            if (!isOwn && (channel.guild().isEmpty() || !member.isAbleTo(Permission.MANAGE_MESSAGES, channel))) {
                throw new ClientRefusalException("%s cannot delete %s".formatted(member, seen));
            }
            world.messages().delete(seen);
        });
    }

    private SandboxInteraction component(SandboxMessage message, String customId, ObjectNode data) {
        return world.change(() -> {
            SandboxMessage seen = visible(message);
            Authorization authorization = Authorization.ofComponent(seen, member.user());
            return send(InteractionKind.COMPONENT, customId, data, Optional.of(seen), authorization);
        });
    }

    private SandboxInteraction send(
            InteractionKind kind,
            String name,
            ObjectNode data,
            Optional<SandboxMessage> source,
            Authorization authorization) {
        check(Permission.VIEW_CHANNEL);
        return interactions()
                .send(new SandboxInteraction(world, kind, name, member.user(), channel, data, source, authorization));
    }

    /** The command, if this member is shown it here. */
    private CommandForm form(String name) {
        ObjectNode definition = definition(name);
        check(Permission.USE_APPLICATION_COMMANDS);
        if (channel instanceof SandboxThread thread && thread.isArchived()) {
            throw new ClientRefusalException("%s is archived".formatted(channel));
        }
        return new CommandForm(definition, new OptionValues(world, world.files(), channel));
    }

    private ObjectNode definition(String name) {
        return world.commands()
                .find(channel.guild(), name)
                .filter(definition -> CommandVisibility.isShown(definition, member, channel))
                .orElseThrow(() -> new ClientRefusalException(
                        "%s is not shown a command /%s in %s".formatted(member, name, channel)));
    }

    private Authorization authorization(String commandName) {
        return Authorization.ofCommand(definition(commandName), member.user(), channel);
    }

    private SandboxMessage visible(SandboxMessage message) {
        return world.read(() -> member.sees(channel).stream()
                .filter(seen -> seen.id() == message.id())
                .findFirst()
                .orElseThrow(() -> new ClientRefusalException("%s does not see %s".formatted(member, message))));
    }

    private void checkUnlocked() {
        boolean isShut = channel instanceof SandboxThread thread
                && thread.isLocked()
                && !member.isAbleTo(Permission.MANAGE_THREADS, channel);
        if (isShut) {
            throw new ClientRefusalException("%s is locked".formatted(channel));
        }
    }

    private void check(Permission permission) {
        if (!world.knows(channel)) {
            throw new ClientRefusalException("%s is gone".formatted(channel));
        }
        if (channel.guild()
                .filter(guild -> guild.memberOf(member.user()).isEmpty())
                .isPresent()) {
            throw new ClientRefusalException("%s left %s".formatted(member, member.guild()));
        }
        boolean isUnreachable = channel.isDirect()
                && !world.sharesGuild(member.user())
                && !member.user().hasInstalled();
        if (isUnreachable) {
            throw new ClientRefusalException("%s shares no guild with the bot".formatted(member));
        }
        if (!member.isAbleTo(permission, channel)) {
            throw new ClientRefusalException("%s lacks %s in %s".formatted(member, permission, channel));
        }
    }

    private Interactions interactions() {
        return world.interactions();
    }
}
