package dev.earworm.providers.apiframe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRefusalPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Provider returned an error: content policy violation",
                "CONTENT_POLICY_VIOLATION",
                "Your prompt violates our Terms of Service",
                "Violation of the usage policies",
                "The song description was flagged for moderation",
                "Your request was rejected by our safety system",
                "Your tags contain artist name: somebody",
                "Lyrics contain copyrighted material",
                "SENSITIVE_WORD_ERROR",
                "{\"status\":\"bad_prompt\"}"
            })
    void whatTheVendorWillNotMakeIsRefused(String text) {
        assertThat(ContentRefusalPolicy.isRefusal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Provider returned 500",
                "no explanation",
                "Upstream rejected the request",
                "Validation failed: style is too long",
                "The content moderation service is unavailable",
                "Content policy violation check timed out, try again later",
                "Rate limit policy exceeded",
                "Failed to generate content",
                "Content could not be saved to storage",
                ""
            })
    void aFaultIsNotTakenForARefusal(String text) {
        assertThat(ContentRefusalPolicy.isRefusal(text)).isFalse();
    }
}
