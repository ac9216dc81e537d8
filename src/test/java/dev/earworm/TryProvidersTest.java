package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.config.ConfigurationReader;
import dev.earworm.config.Configured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryProvidersTest {
    @TempDir
    private Path folder;

    @Test
    void withoutKeysThereIsNobodyButTheBuiltInComposer() {
        assertThat(TryProviders.builtIn().warning()).isEmpty();
        assertThat(in(Map.of())).isEqualTo(TryProviders.builtIn());
    }

    @Test
    void aKeyOffersAProviderAndTheBuiltInComposerStaysTheDefault() {
        TryProviders providers = in(Map.of("ELEVENLABS_API_KEY", "hush-key"));

        assertThat(providers.providers().names()).containsExactly("elevenlabs", "synth");
        assertThat(providers.music().provider()).hasValue("synth");
        assertThat(providers.warning().orElseThrow()).contains("built-in composer", "(elevenlabs)", "spend money");
    }

    @Test
    void theEnvironmentMayNameAnotherDefault() {
        TryProviders providers = in(Map.of("AIMLAPI_API_KEY", "hush-key", "MUSIC_PROVIDER", "aimlapi"));

        assertThat(providers.music().provider()).hasValue("aimlapi");
        assertThat(providers.warning().orElseThrow()).contains("made by aimlapi", "spend money");
    }

    @Test
    void aServerOfOnesOwnMayBeAtAPrivateAddress() {
        TryProviders providers = in(Map.of("ACESTEP_BASE_URL", "http://localhost:8001", "HTTP_PORT", "x"));

        assertThat(providers.providers().names()).contains("acestep");
    }

    @Test
    void noFileIsRead() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/earworm.yaml"), "elevenlabs: {api-key: hush-key}");

        assertThat(in(Map.of())).isEqualTo(TryProviders.builtIn());
    }

    private TryProviders in(Map<String, String> environment) {
        Configured configured =
                (Configured) new ConfigurationReader(folder, environment).readEnvironment(TryProviders.KEYS);
        return TryProviders.of(configured.configuration());
    }
}
