package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.Attached;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.sandbox.SandboxUser;
import dev.earworm.sandbox.rules.Locales;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Carries out what somebody at the page does, as the member whose turn it is. */
final class Orders {
    private final Sandbox sandbox;
    private final People people;

    Orders(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.people = new People(sandbox);
    }

    JsonNode commands(String viewer, String channel) {
        ObjectNode json = object();
        ArrayNode commands = json.putArray("commands");
        place(viewer, channel).commands().forEach(commands::add);
        return json;
    }

    JsonNode run(Order order) {
        String path = order.text("path");
        MemberInChannel place = place(order);
        return answer(place.runs(path, options(order, place, path)));
    }

    JsonNode complete(Order order) {
        String path = order.text("path");
        MemberInChannel place = place(order);
        ObjectNode json = object();
        ArrayNode choices = json.putArray("choices");
        try {
            List<Choice> offered =
                    place.completes(path, order.text("option"), order.text("typed"), options(order, place, path));
            offered.forEach(
                    choice -> choices.addObject().put("name", choice.name()).put("value", choice.value()));
            return json.put("failed", false);
        } catch (NoSuchElementException _) {
            return json.put("failed", true);
        }
    }

    JsonNode press(Order order) {
        MemberInChannel place = place(order);
        return answer(place.presses(message(order, place), order.text("customId")));
    }

    JsonNode select(Order order) {
        MemberInChannel place = place(order);
        return answer(
                new MenuInput(place).select(message(order, place), order.text("customId"), order.texts("values")));
    }

    JsonNode submit(Order order) {
        SandboxUser viewer = viewer(order.text("as"));
        SandboxInteraction opener = sandbox.findInteraction(order.id("interaction"))
                .filter(interaction -> interaction.user().equals(viewer))
                .orElseThrow(() -> new UnfitOrder("This form is too old to be sent."));
        return answer(place(viewer, opener.channel()).submits(opener, order.fields("fields")));
    }

    JsonNode say(Order order) {
        Attached[] files = order.files().values().toArray(Attached[]::new);
        SandboxMessage message = place(order).posts(order.text("content"), files);
        return object().put("message", MessageJson.id(message.id()));
    }

    JsonNode delete(Order order) {
        MemberInChannel place = place(order);
        place.deletes(message(order, place));
        return object();
    }

    JsonNode locale(Order order) {
        SandboxUser viewer = viewer(order.text("as"));
        String locale = order.text("locale");
        if (!Locales.isKnown(locale)) {
            throw new UnfitOrder("Discord has no language %s.".formatted(locale));
        }
        membership(viewer, Optional.empty()).speaking(locale);
        return object();
    }

    private Map<String, Object> options(Order order, MemberInChannel place, String path) {
        List<String> words = List.of(path.strip().split(" +"));
        OptionInput input = new OptionInput(sandbox, place.channel().guild(), order.files());
        JsonNode command = place.commands().stream()
                .filter(candidate -> candidate.path("name").asText().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(() -> new UnfitOrder("There is no command /%s here.".formatted(words.getFirst())));
        return input.read(command, words.subList(1, words.size()), order.json().path("options"));
    }

    private static SandboxMessage message(Order order, MemberInChannel place) {
        long id = order.id("message");
        return place.sees().stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .orElseThrow(() -> new UnfitOrder("This message is gone."));
    }

    private MemberInChannel place(Order order) {
        return place(order.text("as"), order.text("channel"));
    }

    private MemberInChannel place(String viewer, String channel) {
        SandboxChannel found = Optional.of(channel)
                .filter(id -> id.matches("\\d{1,19}"))
                .flatMap(id -> sandbox.findChannel(Long.parseUnsignedLong(id)))
                .orElseThrow(() -> new UnfitOrder("This channel is gone."));
        return place(viewer(viewer), found);
    }

    private MemberInChannel place(SandboxUser viewer, SandboxChannel channel) {
        return membership(viewer, Optional.of(channel)).in(channel);
    }

    private SandboxUser viewer(String id) {
        return people.find(Optional.of(id)).orElseThrow(() -> new UnfitOrder("There is nobody of this id."));
    }

    /** In the channel's guild; anywhere, for direct messages. */
    private SandboxMember membership(SandboxUser viewer, Optional<SandboxChannel> channel) {
        return people.memberships(viewer).stream()
                .filter(member -> channel.flatMap(SandboxChannel::guild)
                        .map(member.guild()::equals)
                        .orElse(true))
                .findFirst()
                .orElseThrow(() -> new UnfitOrder("%s is no member there.".formatted(viewer.name())));
    }

    private static JsonNode answer(SandboxInteraction interaction) {
        ObjectNode json = object();
        json.put("interaction", MessageJson.id(interaction.id()));
        json.put("failed", interaction.isFailed());
        json.set("modal", interaction.modal().map(SandboxModal::json).orElse(json.nullNode()));
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
