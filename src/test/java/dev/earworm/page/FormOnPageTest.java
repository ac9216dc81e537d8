package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Forms: from the command or the button that opens one to what the bot makes of it. */
@PageTest
class FormOnPageTest {
    @Test
    void aFilledFormBecomesASong(Visitor alice) {
        alice.sends("/compose ")
                .sees("A new song")
                .fills("What it shall sound like", "a calm river")
                .fills("How long, in seconds", "5")
                .presses("Submit");

        alice.sees("Your song is ready.", "a-calm-river.mp3");
    }

    @Test
    void aFormThatLacksSomethingSaysSoAndKeepsTheRest(Visitor alice) {
        alice.sends("/compose ")
                .sees("A new song")
                .fills("How long, in seconds", "5")
                .presses("Submit");

        alice.sees("A new song");
        assertThat(alice.finds(By.cssSelector("dialog [aria-invalid=true]")).getAccessibleName())
                .contains("What it shall sound like");
        assertThat(alice.finds(By.cssSelector("dialog [name=length], dialog [data-custom-id=length]"))
                        .getDomProperty("value"))
                .isEqualTo("5");
    }

    @Test
    void escapeClosesAFormAndBringsBackTheFocus(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5").sees("Your song is ready.");
        alice.presses("Change").sees("Change the song").types(Keys.ESCAPE).seesNo("Change the song");

        assertThat(alice.focused().getText()).isEqualTo("Change");
    }

    @Test
    void aFormOpensFilledInWithWhatTheButtonKnows(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5").sees("Your song is ready.");

        alice.presses("Change")
                .sees("Change the song")
                .fills("What it shall sound like", "sad waltz")
                .presses("Submit")
                .sees("sad-waltz.mp3");
    }
}
