package dev.earworm;

import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.page.Control;
import dev.earworm.sandbox.page.Control.Press;
import dev.earworm.sandbox.page.Control.Switch;
import dev.earworm.sandbox.page.DiscordControls;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a visitor of the page can let go wrong: with the music, with Discord, with the time. */
final class TryControls {
    private TryControls() {}

    static List<Control> of(TryMusic music, TryClock clock, Sandbox sandbox) {
        return Stream.of(ofMusic(music), DiscordControls.of(sandbox), ofTime(clock))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Control> ofMusic(TryMusic music) {
        return List.of(
                new Switch(
                        "slow-music",
                        "Songs take long",
                        "Each new song takes half a minute longer, and can be called back while it is being made.",
                        music.slowness().toggle()),
                new Switch(
                        "no-music",
                        "The music service is down",
                        "Songs wait and are tried again and again; let a day pass to see them given up, or turn this off and"
                                + " they are made within two minutes.",
                        music.downtime()),
                new Switch(
                        "strict-music",
                        "The prompt is refused",
                        "The music service turns every prompt down, and suggests another one that it takes.",
                        music.strictness()));
    }

    private static List<Control> ofTime(TryClock clock) {
        return List.of(new Press(
                "next-day",
                "A day passes",
                "The clock goes on by 24 hours: daily quotas begin anew, and earlier answers cannot be changed any more.",
                clock));
    }
}
