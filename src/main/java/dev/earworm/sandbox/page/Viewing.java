package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.InteractionKind;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxEvent;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxUser;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open page: tells one user's browser what that user sees, in order.
 *
 * <p>Being told never blocks. A browser that does not listen any more, or falls far behind, is cut off; it comes back by
 * itself and begins anew.
 */
final class Viewing implements Consumer<SandboxEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Viewing.class);

    /** Servers and browsers take a silent connection for a dead one after half a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int MOST_BEHIND = 5_000;

    private final SandboxUser viewer;
    private final EventStream browser;
    private final Supplier<JsonNode> state;
    private final BlockingQueue<Told> mail = new LinkedBlockingQueue<>(MOST_BEHIND);
    private volatile boolean isOver;

    /** What the browser is told; made when it is its turn. */
    private record Told(String kind, Supplier<JsonNode> data) {}

    Viewing(SandboxUser viewer, EventStream browser, Supplier<JsonNode> state) {
        this.viewer = viewer;
        this.browser = browser;
        this.state = state;
    }

    /** Tells until the browser goes. */
    void run() {
        refresh();
        try {
            while (!isOver) {
                Told next = mail.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    browser.breathe();
                } else if (!isOver) {
                    browser.send(next.kind, next.data.get().toString());
                }
            }
        } catch (IOException e) {
            LOG.debug("a browser is gone", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The browser hears no more, and has to come back. */
    void end() {
        isOver = true;
        mail.clear();
        refresh();
    }

    /** Tells everything anew: something changed that many messages may show. */
    void refresh() {
        tell("state", state);
    }

    void tell(String kind, Supplier<JsonNode> data) {
        boolean isAsked = kind.equals("state") && mail.stream().anyMatch(told -> told.kind.equals(kind));
        if (!isAsked && !mail.offer(new Told(kind, data))) {
            end();
        }
    }

    @Override
    public void accept(SandboxEvent event) {
        switch (event) {
            case SandboxEvent.MessagePosted(SandboxMessage message) -> tellOf(message);
            case SandboxEvent.MessageEdited(SandboxMessage _, SandboxMessage after) -> tellOf(after);
            case SandboxEvent.MessageDeleted(SandboxMessage message) -> tellGone(message);
            case SandboxEvent.InteractionSent(SandboxInteraction interaction) -> tellOf(interaction, "sent");
            case SandboxEvent.InteractionAnswered(SandboxInteraction interaction) -> tellOf(interaction, "answered");
            case SandboxEvent.InteractionFailed(SandboxInteraction interaction) -> tellOf(interaction, "failed");
            case SandboxEvent.SessionsChanged(int connected) ->
                tell("bot", () -> object().put("connected", connected > 0));
            case SandboxEvent.CommandsChanged _ -> tell("commands", Viewing::object);
            case SandboxEvent.PlacesChanged _ -> refresh();
        }
    }

    private void tellOf(SandboxMessage message) {
        if (sees(message)) {
            tell("message", () -> MessageJson.of(message));
        }
    }

    private void tellGone(SandboxMessage message) {
        if (sees(message)) {
            tell(
                    "gone",
                    () -> object().put(
                                    "channel", MessageJson.id(message.channel().id()))
                            .put("id", MessageJson.id(message.id())));
        }
    }

    private void tellOf(SandboxInteraction interaction, String status) {
        if (!interaction.user().equals(viewer) || interaction.kind() == InteractionKind.AUTOCOMPLETE) {
            return;
        }
        tell("interaction", () -> {
            ObjectNode json = object();
            json.put("id", MessageJson.id(interaction.id()));
            json.put("kind", interaction.kind().name());
            json.put("name", interaction.name());
            json.put("channel", MessageJson.id(interaction.channel().id()));
            json.put("user", MessageJson.id(interaction.user().id()));
            json.put(
                    "source",
                    interaction
                            .source()
                            .map(message -> MessageJson.id(message.id()))
                            .orElse(null));
            return json.put("status", status);
        });
    }

    private boolean sees(SandboxMessage message) {
        SandboxChannel channel = message.channel();
        return message.isVisibleTo(viewer)
                && channel.guild()
                        .map(guild -> guild.findMember(viewer)
                                .filter(member -> member.isSeeing(channel))
                                .isPresent())
                        .orElseGet(
                                () -> channel.recipient().filter(viewer::equals).isPresent());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
