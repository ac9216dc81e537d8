package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    private final MemberAccess access;
    private final MemberPosts posts;

    MemberInChannel(World world, SandboxMember member, SandboxChannel channel) {
        this.world = world;
        this.member = member;
        this.channel = channel;
        this.access = new MemberAccess(world, member, channel);
        this.posts = new MemberPosts(world, member);
    }

    public SandboxChannel channel() {
        return channel;
    }

    /** The commands that Discord's client offers here, with names and descriptions in the member's language. */
    public List<ObjectNode> commands() {
        return world.read(() -> access.commands().stream()
                .map(command -> LocalizedCommand.in(member.user().locale(), command))
                .toList());
    }

    /** What the member sees here, oldest first. */
    public List<SandboxMessage> sees() {
        return member.sees(channel);
    }

    /** Whether the member may write messages here. */
    public boolean isAbleToWrite() {
        return world.read(() -> access.allows(access::checkWriting));
    }

    /** Whether the member may run commands here, if there are any. */
    public boolean isAbleToRunCommands() {
        return world.read(() -> access.allows(access::checkCommands));
    }

    /** Whether the member may delete what others wrote here. */
    public boolean isAbleToDeleteOthers() {
        return world.read(access::isAbleToDeleteOthers);
    }

    /** How many bytes each file that the member attaches here may have. */
    public long uploadLimit() {
        return world.read(() -> member.user().uploadLimitIn(channel));
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
            ObjectNode definition = access.command(words.getFirst());
            ObjectNode data = form(definition).completed(words.subList(1, words.size()), Map.copyOf(options));
            return command(InteractionKind.COMMAND, command, definition, data);
        });
    }

    /** Types into an option and reads what the bot offers, within 3 seconds. */
    public List<Choice> completes(String command, String option, String typed, Map<String, ?> others) {
        List<String> words = List.of(command.trim().split(" +"));
        Map<String, Object> options = new LinkedHashMap<>(others);
        options.put(option, typed);
        SandboxInteraction interaction = world.change(() -> {
            ObjectNode definition = access.command(words.getFirst());
            ObjectNode data = form(definition).typing(words.subList(1, words.size()), options, option);
            return command(InteractionKind.AUTOCOMPLETE, command, definition, data);
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
        SandboxMessage now = world.read(() -> access.visible(message));
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
        MenuCheck.check(world.read(() -> access.visible(message)), customId, List.of(values));
        return selectsForged(message, customId, values);
    }

    /** Sends values that a menu need not have, as a tampered client can, and waits. */
    public SandboxInteraction selectsForged(SandboxMessage message, String customId, String... values) {
        ObjectNode data = selection(customId, ComponentRules.STRING_SELECT);
        ArrayNode selected = data.putArray("values");
        Arrays.stream(values).forEach(selected::add);
        return interactions().awaitAnswer(component(message, customId, data));
    }

    /** Selects channels in the menu with this custom id, and waits for the first answer. */
    public SandboxInteraction selectsChannels(SandboxMessage message, String customId, SandboxChannel... channels) {
        world.change(() -> MenuCheck.checkChannels(access.visible(message), customId, member, List.of(channels)));
        return selectsForgedChannels(message, customId, channels);
    }

    /** The same with channels that the menu does not show. */
    public SandboxInteraction selectsForgedChannels(
            SandboxMessage message, String customId, SandboxChannel... channels) {
        return picks(
                message,
                selection(customId, ComponentRules.CHANNEL_SELECT),
                resolved -> Arrays.stream(channels).map(resolved::channel));
    }

    /** Selects roles in the menu with this custom id, and waits for the first answer. */
    public SandboxInteraction selectsRoles(SandboxMessage message, String customId, SandboxRole... roles) {
        world.change(() -> MenuCheck.checkRoles(access.visible(message), customId, member, List.of(roles)));
        return selectsForgedRoles(message, customId, roles);
    }

    /** The same with roles that the menu does not show. */
    public SandboxInteraction selectsForgedRoles(SandboxMessage message, String customId, SandboxRole... roles) {
        return picks(
                message,
                selection(customId, ComponentRules.ROLE_SELECT),
                resolved -> Arrays.stream(roles).map(resolved::role));
    }

    private SandboxInteraction picks(
            SandboxMessage message, ObjectNode data, Function<ResolvedData, Stream<JsonNode>> picked) {
        world.change(() -> {
            ResolvedData resolved = new ResolvedData(channel, member.user());
            ArrayNode values = data.putArray("values");
            picked.apply(resolved).forEach(values::add);
            data.set("resolved", resolved.json());
        });
        return interactions()
                .awaitAnswer(component(message, data.path("custom_id").asText(), data));
    }

    private static ObjectNode selection(String customId, int type) {
        ObjectNode data = Json.object();
        data.put("custom_id", customId);
        data.put("component_type", type);
        return data;
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

    /**
     * Sends what the client would never write, as a tampered one can, and waits: forms that were not opened, fields and
     * options beyond their limits.
     *
     * @param message whose button, menu or form it pretends to be
     * @param data as in Discord's documentation of the interaction's kind
     */
    public SandboxInteraction forges(InteractionKind kind, SandboxMessage message, ObjectNode data) {
        String name = data.path(data.has("custom_id") ? "custom_id" : "name").asText();
        return interactions().awaitAnswer(world.change(() -> {
            SandboxMessage seen = access.visible(message);
            Authorization authorization = Authorization.ofComponent(seen, member.user());
            boolean isCommand = kind == InteractionKind.COMMAND || kind == InteractionKind.AUTOCOMPLETE;
            return send(kind, name, data, isCommand ? Optional.empty() : Optional.of(seen), authorization);
        }));
    }

    /** Writes a message, perhaps with files. */
    public SandboxMessage posts(String content, Attached... attached) {
        return world.change(() -> {
            access.checkWriting();
            return posts.message(channel, content, attached);
        });
    }

    /** Starts a thread that all who see the channel can see. */
    public SandboxThread startsThread(String name) {
        return world.change(() -> {
            access.checkStartingThread(Permission.CREATE_PUBLIC_THREADS);
            return posts.thread(channel, name, SandboxThread.Kind.PUBLIC);
        });
    }

    /** Starts a thread that only those see who are added to it. */
    public SandboxThread startsPrivateThread(String name) {
        return world.change(() -> {
            access.checkStartingThread(Permission.CREATE_PRIVATE_THREADS);
            return posts.thread(channel, name, SandboxThread.Kind.PRIVATE);
        });
    }

    /** Starts a post in a forum; its first message has the thread's own id. */
    public SandboxThread startsPost(String title, String content, Attached... attached) {
        return world.change(() -> {
            access.checkPosting();
            return posts.post(channel, title, content, attached);
        });
    }

    /** Deletes a message: one's own, or anyone's with MANAGE_MESSAGES. Others' ephemeral answers can only be dismissed. */
    public void deletes(SandboxMessage message) {
        world.change(() -> {
            SandboxMessage seen = access.visible(message);
            access.checkDeleting(seen);
            world.messages().delete(seen);
        });
    }

    private SandboxInteraction component(SandboxMessage message, String customId, ObjectNode data) {
        return world.change(() -> {
            SandboxMessage seen = access.visible(message);
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
        access.check(Permission.VIEW_CHANNEL);
        return interactions()
                .send(new SandboxInteraction(world, kind, name, member.user(), channel, data, source, authorization));
    }

    private CommandForm form(ObjectNode definition) {
        return new CommandForm(definition, new OptionValues(world, channel, member.user()));
    }

    private SandboxInteraction command(InteractionKind kind, String name, ObjectNode definition, ObjectNode data) {
        return send(kind, name, data, Optional.empty(), Authorization.ofCommand(definition, member.user(), channel));
    }

    private Interactions interactions() {
        return world.interactions();
    }
}
