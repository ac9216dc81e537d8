package dev.earworm.page;

import org.junit.jupiter.api.Test;

/** What is hard to meet by accident: each control does what its sentence says. */
@PageTest
class ControlsOnPageTest {
    @Test
    void aSongThatTakesLongIsCalledBack(Visitor alice) {
        alice.turnsOn("Songs take long").sends("/song prompt:a long wait").sees("Your song is being made");

        alice.presses("Cancel (it still counts)").sees("You stopped this song");
    }

    @Test
    void aSongThatWaitsForAServiceWhichIsDownIsMadeOnceItIsBack(Visitor alice) {
        alice.turnsOn("The music service is down")
                .sends("/song prompt:patience length:5")
                .sees("Your song is in the works");

        alice.turnsOff("The music service is down").sees("patience.mp3");
    }

    @Test
    void aRefusedPromptComesWithAnotherThatIsTaken(Visitor alice) {
        alice.turnsOn("The prompt is refused").sends("/song prompt:a famous band length:5");
        alice.sees("Your song could not be made", "This prompt would be taken").presses("Use this prompt");

        alice.sees("Your song is ready.", "something friendly in the mood of");
    }

    @Test
    void whatComesAfterAnAnswerExpiredComesAllTheSame(Visitor alice) {
        alice.turnsOn("Answers expire").turnsOn("Songs take long").sends("/song prompt:late length:5");
        alice.sees("Your song is being made").presses("A day passes");

        alice.sees("Your song is ready.", "late.mp3");
    }

    @Test
    void aBotThatMayNotAttachFilesSaysSo(Visitor alice) {
        alice.turnsOn("The bot may not attach files")
                .sends("/song prompt:a calm river")
                .sees("Attach Files");

        alice.turnsOff("The bot may not attach files")
                .sends("/song prompt:a calm river length:5")
                .sees("a-calm-river.mp3");
    }

    @Test
    void aBrokenConnectionIsSeenAndComesBack(Visitor alice) {
        alice.turnsOn("The connection breaks").sees("lost its connection");
        alice.sends("/quota ").sees("The application did not respond");

        alice.turnsOff("The connection breaks")
                .sees("is connected")
                .sends("/quota ")
                .sees("Songs today");
    }

    @Test
    void aDayLaterTheQuotaBeginsAnew(Visitor visitor) {
        visitor.becomes("ada")
                .sends("/admin quota set limit:Songs a day amount:1")
                .sees("1 song a day");
        visitor.becomes("alice").sends("/song prompt:the only one length:5").sees("No songs left today");
        visitor.sends("/song prompt:one too many").sees("You have had 1 song today");

        visitor.presses("A day passes")
                .sees("1 day ahead")
                .sends("/song prompt:a new day length:5")
                .sees("a-new-day.mp3");
    }
}
