package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.rules.MessageFlags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Something that a member asked of the bot, and everything that the bot answered.
 *
 * <p>The bot must answer within 3 seconds, once; after that it may edit its answer and follow up for 15 minutes.
 */
public final class SandboxInteraction {
    /** receiving-and-responding, "Create Followup Message". */
    private static final int MOST_FOLLOW_UPS = 5;

    private final World world;
    private final long id;
    private final String interactionToken;
    private final InteractionKind kind;
    private final String name;
    private final SandboxUser user;
    private final SandboxChannel channel;
    private final ObjectNode data;
    private final Optional<SandboxMessage> source;
    private final Authorization authorization;
    private final Instant createdAt;
    private final List<Long> followUps = new ArrayList<>();
    private Optional<InteractionAnswer> answer = Optional.empty();
    private Optional<Long> original = Optional.empty();
    private Optional<SandboxModal> modal = Optional.empty();
    private List<Choice> choices = List.of();
    private boolean isFailed;

    SandboxInteraction(
            World world,
            InteractionKind kind,
            String name,
            SandboxUser user,
            SandboxChannel channel,
            ObjectNode data,
            Optional<SandboxMessage> source,
            Authorization authorization) {
        this.world = world;
        this.id = world.nextId();
        this.interactionToken = InteractionTokens.next();
        this.kind = kind;
        this.name = name;
        this.user = user;
        this.channel = channel;
        this.data = data;
        this.source = source;
        this.authorization = authorization;
        this.createdAt = world.now();
    }

    public long id() {
        return id;
    }

    /** What the bot answers with, instead of its own token. */
    public String interactionToken() {
        return interactionToken;
    }

    public InteractionKind kind() {
        return kind;
    }

    /** The command's name, or the custom id of the component or form. */
    public String name() {
        return name;
    }

    public SandboxUser user() {
        return user;
    }

    public SandboxChannel channel() {
        return channel;
    }

    /** The bot's first answer; empty as long as there is none. */
    public Optional<InteractionAnswer> answer() {
        return world.read(() -> answer);
    }

    /** Whether the member read "The application did not respond". */
    public boolean isFailed() {
        return world.read(() -> isFailed);
    }

    /** The answer's message as it is now; for an update, the message that was updated. Empty if there is none, or no more. */
    public Optional<SandboxMessage> findResponse() {
        return world.read(() ->
                original.flatMap(message -> Optional.ofNullable(channel.stored().get(message))));
    }

    /** The answer's message as it is now. */
    public SandboxMessage response() {
        return findResponse().orElseThrow(() -> new NoSuchElementException(why()));
    }

    /** Waits until the answer is there and no longer just "thinking…". */
    public SandboxMessage awaitResponse(Duration timeout) {
        world.await(
                timeout.toNanos(),
                () -> isFailed()
                        || findResponse()
                                .filter(message -> !message.isLoading())
                                .isPresent());
        SandboxMessage message = response();
        if (message.isLoading()) {
            throw new NoSuchElementException("still thinking after %s: %s".formatted(timeout, this));
        }
        return message;
    }

    /** Further messages, oldest first, as they are now. */
    public List<SandboxMessage> followUps() {
        return world.read(() -> followUps.stream()
                .flatMap(message -> Optional.ofNullable(channel.stored().get(message)).stream())
                .toList());
    }

    /** The form that the bot opened. */
    public Optional<SandboxModal> modal() {
        return world.read(() -> modal);
    }

    /** What the bot offered while the member typed. */
    public List<Choice> choices() {
        return world.read(() -> choices);
    }

    /** The event that the bot was sent, as Discord's JSON of now. */
    public ObjectNode json() {
        return world.read(() -> InteractionPayloads.event(world, this));
    }

    private String why() {
        if (isFailed()) {
            return "The application did not respond: " + this;
        }
        return "no message answers this: %s, answer %s".formatted(this, answer());
    }

    ObjectNode data() {
        return data;
    }

    /** The message whose button or menu it was. */
    public Optional<SandboxMessage> source() {
        return source;
    }

    Authorization authorization() {
        return authorization;
    }

    /** How many bytes each file of an answer may have. */
    long uploadLimit() {
        return user.uploadLimitIn(channel);
    }

    /** Five, for an application that a user brought along; otherwise any number. */
    boolean hasMoreFollowUps() {
        return !authorization.isByUserAlone() || followUps.size() < MOST_FOLLOW_UPS;
    }

    /**
     * The flags that an answer gets: ephemeral, if a user brought the application along to where they may not post with it.
     *
     * <p>topics/permissions on USE_EXTERNAL_APPS, resources/application, "User Context".
     */
    MessageFlags answerFlags(MessageFlags wanted) {
        boolean isKeptPrivate = authorization.isByUserAlone()
                && channel.guild()
                        .flatMap(guild -> guild.memberOf(user))
                        .filter(member -> !member.isAbleTo(Permission.USE_EXTERNAL_APPS, channel)
                                || !member.isAbleTo(channel.sending(), channel))
                        .isPresent();
        return isKeptPrivate ? wanted.with(MessageFlags.EPHEMERAL) : wanted;
    }

    boolean isPast(Duration age) {
        return world.now().isAfter(createdAt.plus(age));
    }

    void answered(InteractionAnswer given) {
        answer = Optional.of(given);
    }

    void answeredBy(SandboxMessage message) {
        original = Optional.of(message.id());
    }

    void followedBy(SandboxMessage message) {
        followUps.add(message.id());
    }

    boolean owns(long messageId) {
        return original.filter(own -> own == messageId).isPresent() || followUps.contains(messageId);
    }

    void offered(List<Choice> offered) {
        choices = offered;
    }

    void opened(SandboxModal form) {
        modal = Optional.of(form);
    }

    void failed() {
        isFailed = true;
    }

    @Override
    public String toString() {
        return "%s %s by %s in %s".formatted(kind, name, user, channel);
    }
}
