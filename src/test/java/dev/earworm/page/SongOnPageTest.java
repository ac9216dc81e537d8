package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A song, from the slash that somebody types to the sound they hear. */
@PageTest
class SongOnPageTest {
    /** A tenth of what a finished song has, and far more than a broken decoder's noise. */
    private static final double SILENCE = 0.005;

    @Test
    void aSongIsAskedForWithTheKeyboardAloneAndHeard(Visitor alice) {
        alice.isAtComposer()
                .types("/so")
                .sees("Make a song")
                .types(Keys.ENTER)
                .types("a calm river")
                .types(" length:10", Keys.ENTER);

        alice.sees("used /song", "Your song is ready.", "0:10", "a-calm-river.mp3");
        Heard heard = alice.hears();
        assertThat(heard.length()).isCloseTo(Duration.ofSeconds(10), Duration.ofSeconds(1));
        assertThat(heard.loudness()).isGreaterThan(SILENCE);
    }

    @Test
    void aCommandIsTypedInOneLine(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5").sees("happy-waltz.mp3");

        assertThat(alice.hears().length()).isCloseTo(Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    @Test
    void thePressOfAButtonMakesAnotherSong(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5").sees("Your song is ready.");

        alice.presses("Again").sees("8 songs left today");
    }
}
