package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who is at the keyboard decides what is seen, and what may be done. */
@PageTest
class PeopleOnPageTest {
    @Test
    void whatIsForOneMemberAloneIsSeenByThatMemberAlone(Visitor visitor) {
        visitor.sends("/quota ").sees("Songs today", "Only you can see this");

        visitor.becomes("bob").seesNo("Songs today");
        visitor.becomes("alice").sees("Songs today");
    }

    @Test
    void anAdminChangesAQuotaAndAMemberMeetsIt(Visitor visitor) {
        visitor.becomes("ada")
                .sends("/admin quota set limit:Songs a day amount:1")
                .sees("1 song a day");

        visitor.becomes("alice")
                .sends("/song prompt:the only one length:5")
                .sees("Your song is ready.", "No songs left today");
        visitor.sends("/song prompt:one too many").sees("You have had 1 song today, and the limit is 1 a day.");
    }

    @Test
    void onlyAdminsAreOfferedWhatIsTheirs(Visitor visitor) {
        visitor.isAtComposer().types("/").sees("/song").seesNo("/admin");

        visitor.becomes("ada").writes("/adm").sees("/admin quota set");
    }

    @Test
    void aPrivateSongComesAsADirectMessage(Visitor alice) {
        alice.sends("/song prompt:a secret length:5 private:true")
                .types(Keys.ENTER)
                .sees("It is in your direct messages.");

        alice.opens("Earworm").sees("a-secret.mp3");
        assertThat(alice.hears().loudness()).isPositive();
        alice.becomes("bob").opens("general").seesNo("a-secret.mp3");
    }

    @Test
    void whereTheBotMayDoLittleItSaysWhatItLacks(Visitor visitor) {
        visitor.becomes("carol")
                .sees("general")
                .sends("/song prompt:a calm river")
                .sees("Attach Files");
    }

    @Test
    void aMemberReadsAndFillsInTheirOwnLanguage(Visitor alice) {
        alice.speaks("de").writes("/").sees("/warteschlange", "Die Songs, die hier gerade in Arbeit sind");
    }
}
