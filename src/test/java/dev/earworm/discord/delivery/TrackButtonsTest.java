package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Surroundings.Ability;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.MusicModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackButtonsTest {
    private static final Job SONG = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);

    @Test
    void whatMakesOthersIsAboveWhatIsDoneWithTheSongItself() {
        assertThat(actions(Optional.of(Catalogue.GRAND), EnumSet.allOf(Ability.class)))
                .containsExactly(List.of(Action.AGAIN, Action.CHANGE), List.of(Action.VOICE, Action.DELETE));
    }

    @Test
    void whatThePlaceDoesNotAllowIsAbsentAndAnEmptyRowToo() {
        assertThat(actions(Optional.of(Catalogue.TINY), Set.of(Ability.DELETING)))
                .containsExactly(List.of(Action.AGAIN, Action.CHANGE), List.of(Action.DELETE));
        assertThat(actions(Optional.of(Catalogue.TINY), Set.of()))
                .containsExactly(List.of(Action.AGAIN, Action.CHANGE));
    }

    @Test
    void aModelThatIsNoLongerThereCanBeExchangedButNotAskedAgain() {
        assertThat(actions(Optional.empty(), Set.of())).containsExactly(List.of(Action.CHANGE));
    }

    @Test
    void everyButtonIsOfItsSong() {
        assertThat(TrackButtons.of(SONG, Optional.of(Catalogue.GRAND), EnumSet.allOf(Ability.class)))
                .allSatisfy(row -> assertThat(row)
                        .hasSizeLessThanOrEqualTo(5)
                        .allSatisfy(button -> assertThat(button.id().song()).isEqualTo(SONG.id())));
    }

    private static List<List<Action>> actions(Optional<MusicModel> model, Set<Ability> abilities) {
        return TrackButtons.of(SONG, model, abilities).stream()
                .map(row ->
                        row.stream().map(PostButton::id).map(CustomId::action).toList())
                .toList();
    }
}
