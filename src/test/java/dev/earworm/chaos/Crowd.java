package dev.earworm.chaos;

import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Members of several guilds who order songs, call some back, ask for some again, and look at the queue and their quota;
 * what they do next follows from a seed and from what they see. Nobody waits for an answer.
 */
public final class Crowd {
    /** The second channel of every guild, in which all may happen. */
    public static final String STUDIO = "studio";

    /** Long enough for every model. */
    public static final int SECONDS = 10;

    /**
     * A song that a member asked for.
     *
     * @param tune the word in its prompt that no other order has
     */
    public record Order(String tune, SandboxMember member, SandboxChannel channel, SandboxInteraction interaction) {}

    private final RandomGenerator random;
    private final List<String> models;
    private final List<SandboxMember> members = new ArrayList<>();
    private final List<SandboxChannel> channels = new ArrayList<>();
    private final List<SandboxChannel> former = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    /** @param models as members choose them, {@code provider/model} */
    public Crowd(Sandbox sandbox, long seed, int guilds, int membersPerGuild, List<String> models) {
        this.random = new Random(seed);
        this.models = models;
        for (int i = 0; i < guilds; i++) {
            SandboxGuild guild = sandbox.guild("Guild " + i);
            channels.add(guild.channel("general"));
            channels.add(guild.channel(STUDIO));
            for (int j = 0; j < membersPerGuild; j++) {
                members.add(guild.member("member " + i + "-" + j));
            }
        }
    }

    /** Does the next thing. */
    public void act() {
        int dice = random.nextInt(100);
        SandboxMember member = any(members);
        try {
            if (dice < 66) {
                order(member);
            } else if (dice < 76) {
                press(member, "Cancel");
            } else if (dice < 86) {
                press(member, "Again");
            } else if (dice < 90) {
                look(member, "cancel");
            } else if (dice < 95) {
                look(member, "queue");
            } else {
                look(member, "quota");
            }
        } catch (ClientRefusalException _) {
            // The client does not let a member do that here any more: the channel is gone, or the bot has no commands
            // yet.
        }
    }

    /** Asks for a song whatever the dice say, in the channel that every guild keeps. */
    public void order() {
        SandboxMember member = any(members);
        order(member, homes(member).getFirst());
    }

    private void order(SandboxMember member) {
        order(member, home(member));
    }

    private void order(SandboxMember member, SandboxChannel channel) {
        String tune = "tune%04d".formatted(orders.size());
        Map<String, Object> options = new HashMap<>();
        options.put("prompt", tune + " of a calm river");
        options.put("length", SECONDS);
        options.put("model", any(models));
        if (random.nextInt(10) == 0) {
            options.put("private", true);
        }
        orders.add(new Order(tune, member, channel, member.in(channel).sends("song", options)));
    }

    private void look(SandboxMember member, String command) {
        member.in(home(member)).sends(command, Map.of());
    }

    private void press(SandboxMember member, String label) {
        SandboxChannel channel = home(member);
        List<SandboxMessage> pressable = member.sees(channel).stream()
                .filter(message -> button(message, label).isPresent())
                .toList();
        if (!pressable.isEmpty()) {
            SandboxMessage message = any(pressable);
            member.in(channel)
                    .sendsPress(message, button(message, label).orElseThrow().customId());
        }
    }

    /** A label may say more than the word. */
    private static Optional<SandboxButton> button(SandboxMessage message, String label) {
        return message.buttons().stream()
                .filter(button -> button.label().startsWith(label) && !button.isDisabled())
                .findFirst();
    }

    private SandboxChannel home(SandboxMember member) {
        return any(homes(member));
    }

    private List<SandboxChannel> homes(SandboxMember member) {
        return channels.stream()
                .filter(channel -> channel.guild().orElseThrow().equals(member.guild()))
                .toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** From now on they meet there; what was said before is not forgotten. */
    public void moves(SandboxChannel from, SandboxChannel to) {
        channels.set(channels.indexOf(from), to);
        former.add(from);
    }

    /** Every song that was asked for by a command, in turn. */
    public List<Order> orders() {
        return List.copyOf(orders);
    }

    public List<SandboxChannel> channels() {
        return List.copyOf(channels);
    }

    /** Every message of the bot that any of them can see. */
    public List<SandboxMessage> messages() {
        List<SandboxMessage> all = new ArrayList<>();
        List<SandboxChannel> places =
                Stream.concat(channels.stream(), former.stream()).toList();
        places.forEach(channel -> all.addAll(channel.messages()));
        members.forEach(member -> {
            all.addAll(member.directMessages());
            places.stream()
                    .filter(channel -> channel.guild().orElseThrow().equals(member.guild()))
                    .flatMap(channel -> member.sees(channel).stream())
                    .filter(SandboxMessage::isEphemeral)
                    .forEach(all::add);
        });
        return all;
    }
}
