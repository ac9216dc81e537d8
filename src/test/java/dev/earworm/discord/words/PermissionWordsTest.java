package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.command.Preflight;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PermissionWordsTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void everyPermissionThatTheBotNeedsHasANameInTheLanguage(Language language) {
        assertThat(Preflight.everNeeded())
                .allSatisfy(permission -> assertThat(language.render(() -> PermissionWords.of(permission)))
                        .isNotEqualTo(permission.getName()))
                .extracting(permission -> language.render(() -> PermissionWords.of(permission)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void noPermissionIsWithoutAName(Permission permission) {
        assertThat(PermissionWords.of(permission)).isNotBlank();
    }
}
