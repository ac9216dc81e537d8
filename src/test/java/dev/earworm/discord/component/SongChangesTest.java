package dev.earworm.discord.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.discord.command.SongFormModal;
import dev.earworm.discord.command.SongOptions;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;

class SongChangesTest {
    private static final SongRequest SONG =
            JobFixtures.request(Catalogue.GRAND.id(), "a calm river", Duration.ofSeconds(77));

    private final SongChanges changes = new SongChanges(Catalogue.providers());

    @Test
    void aTextThatIsLongerThanAnyFieldIsNotAskedForAndStaysAsItWas() {
        String prompt = "p".repeat(4001);
        SongForm form = changes.form(SONG.withPrompt(prompt));

        Modal modal = new SongFormModal(Catalogue.providers())
                .of(new CustomId(Action.CHANGE, new JobId("0123456789abcdef")), "title", form);
        SongOptions options =
                changes.options(SONG.withPrompt(prompt), new SongForm("", "la", "", "1:00", "studio/grand"));

        assertThat(modal.getComponents()).hasSize(4);
        assertThat(options.prompt()).isEqualTo(prompt);
        assertThat(options.lyrics()).contains("la");
    }

    @Test
    void aStyleIsAddedToThePrompt() {
        SongOptions options = changes.options(SONG, new SongForm("a calm river", "", "bossa", "", "studio/grand"));

        assertThat(options.prompt()).isEqualTo("a calm river, bossa");
        assertThat(options.length()).isEmpty();
    }

    @Test
    void ofAModelThatIsNoLongerThereNoLengthIsFilledIn() {
        SongForm form = changes.form(SONG.withModel(new ModelId("studio", "gone")));

        assertThat(form.length()).isEmpty();
        assertThat(form.model()).isEqualTo("studio/gone");
    }

    @Test
    void thatNobodySingsIsNotAskedOfAModelThatCannotBeToldSo() {
        SongRequest instrumental = new SongRequest(
                SONG.model(),
                SONG.prompt(),
                SONG.length(),
                true,
                Optional.empty(),
                SONG.format(),
                SONG.seed(),
                Optional.empty());

        assertThat(changes.options(instrumental, changes.form(instrumental)).instrumental())
                .isTrue();
        assertThat(changes.options(instrumental, new SongForm("a", "", "", "", "booth/tiny"))
                        .instrumental())
                .isFalse();
    }
}
