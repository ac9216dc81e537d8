package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A voice message, from the button that asks for it to its sound. */
@PageTest
class VoiceOnPageTest {
    @Test
    void aSongIsHeardAsAVoiceMessage(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5")
                .sees("Your song is ready.")
                .presses("Send as voice message");

        assertThat(alice.finds(By.cssSelector(".voice")).getAccessibleName()).isEqualTo("Voice message, 0:05");
        Heard heard = alice.hears();
        assertThat(heard.length()).isCloseTo(Duration.ofSeconds(5), Duration.ofSeconds(1));
        assertThat(heard.loudness()).isGreaterThan(0.005);
    }

    @Test
    void itsButtonPlaysAndStopsIt(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:30")
                .sees("Your song is ready.")
                .presses("Send as voice message");

        alice.finds(By.cssSelector(".voice"));
        alice.presses("Play").presses("Pause").presses("Play");
    }
}
