package dev.earworm.soak;

import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The members: they order songs, want some of them again, call some back, and look around. */
final class Crowd {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By how much they are liked. */
    private static final List<String> MODELS = List.of(
            "elevenlabs/music_v2",
            "elevenlabs/music_v2",
            "elevenlabs/music_v2",
            "apiframe/elevenlabs-music",
            "apiframe/elevenlabs-music",
            "aimlapi/elevenlabs/eleven_music");

    private static final List<String> QUESTIONS = List.of("queue", "quota", "library", "help");

    private final Town town;
    private final Postbox postbox;
    private final Dice dice;
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger agains = new AtomicInteger();
    private final AtomicInteger calledBack = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger unheard = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Crowd(Town town, Postbox postbox, Dice dice) {
        this.town = town;
        this.postbox = postbox;
        this.dice = dice;
    }

    /** Somebody asks for a song, mostly a new one. Somebody else may want to know something. */
    void act() {
        Thread.startVirtualThread(() -> trying(dice.fallsFor(80) ? this::wantOneAgain : this::order));
        if (dice.fallsFor(250)) {
            Thread.startVirtualThread(() -> trying(this::ask));
        }
    }

    String told() {
        return "%d songs ordered, %d of them again, %d not answered in time; %d called back; %d questions; %d interactions in all not answered in time"
                .formatted(
                        orders.get(), agains.get(), unheard.get(), calledBack.get(), questions.get(), unanswered.get());
    }

    int orders() {
        return orders.get();
    }

    /** Orders that the bot did not answer in time. */
    int unheard() {
        return unheard.get();
    }

    /** While the bot is away there are no commands, buttons are gone before they are pressed: as in life. */
    private static void trying(Runnable deed) {
        try {
            deed.run();
        } catch (ClientRefusalException | NoSuchElementException _) {
            // Nothing was sent, or no answer came, which is counted where it matters.
        }
    }

    private void order() {
        MemberInChannel member = someone();
        int number = orders.incrementAndGet();
        SandboxInteraction song = ordered(member.runs(
                "song",
                Map.of(
                        "prompt",
                        "a calm river, take " + number,
                        "length",
                        10 + dice.below(20),
                        "model",
                        dice.oneOf(MODELS),
                        "private",
                        dice.fallsFor(30))));
        if (!song.isFailed() && dice.fallsFor(80)) {
            callBack(member, song);
        }
    }

    private void callBack(MemberInChannel member, SandboxInteraction song) {
        SandboxMessage status = song.awaitResponse(PATIENCE);
        Optional<SandboxButton> cancel = status.buttons().stream()
                .filter(button -> button.label().startsWith("Cancel"))
                .findFirst();
        if (cancel.isPresent()) {
            calledBack.incrementAndGet();
            counted(member.presses(status, cancel.get().customId()));
        }
    }

    /** A track that came in direct messages has no buttons that others could press. */
    private void wantOneAgain() {
        Optional<SandboxMessage> track = postbox.someTrack(dice)
                .filter(message -> message.channel().guild().isPresent());
        if (track.isEmpty() || track.get().isEphemeral()) {
            order();
            return;
        }
        orders.incrementAndGet();
        agains.incrementAndGet();
        SandboxMember member = dice.oneOf(track.get().channel().guild().orElseThrow().members().stream()
                .filter(each -> !each.user().isBot())
                .toList());
        ordered(member.in(track.get().channel()).presses(track.get(), "Again"));
    }

    private void ask() {
        questions.incrementAndGet();
        counted(someone().runs(dice.oneOf(QUESTIONS)));
    }

    private SandboxInteraction ordered(SandboxInteraction interaction) {
        if (interaction.isFailed()) {
            unheard.incrementAndGet();
        }
        return counted(interaction);
    }

    private SandboxInteraction counted(SandboxInteraction interaction) {
        if (interaction.isFailed()) {
            unanswered.incrementAndGet();
        }
        return interaction;
    }

    private MemberInChannel someone() {
        Town.Place place = dice.oneOf(town.places());
        return dice.oneOf(place.members()).in(place.channel());
    }
}
