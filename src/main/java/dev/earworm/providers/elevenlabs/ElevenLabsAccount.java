package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;
import okhttp3.Request;

/**
 * Reads what is left in an account (https://elevenlabs.io/docs/api-reference/user/subscription/get). The vendor still
 * says characters and means credits.
 */
final class ElevenLabsAccount {
    private static final ObjectNode SMALL_PLAN = JsonNodeFactory.instance
            .objectNode()
            .put("prompt", "a calm piano")
            .put("music_length_ms", 10_000)
            .put("model_id", "music_v2");

    private final ElevenLabsClient client;

    ElevenLabsAccount(ElevenLabsClient client) {
        this.client = client;
    }

    AccountStatus status() {
        return client.ask(client.request(client.address("v1/user/subscription")).build(), this::read, Unusable::new);
    }

    /** Another question that needs the key and takes no credits, for a gateway that has music and no accounts. */
    private AccountStatus withoutFigures() {
        Request plan = client.request(client.address("v1/music/plan"))
                .post(new JsonBody(SMALL_PLAN))
                .build();
        return client.ask(
                plan,
                answer -> answer.successful() && answer.json().isObject()
                        ? new Usable(Optional.empty())
                        : new Unusable(client.errors().ofQuestion(answer)),
                Unusable::new);
    }

    private AccountStatus read(VendorAnswer answer) {
        if (answer.successful()) {
            return credit(answer);
        }
        if (client.errors().isNoSuchCall(answer)) {
            return withoutFigures();
        }
        // A key that is restricted to music may not read its account, and makes songs all the same.
        return client.errors().isMissingPermission(answer)
                ? new Usable(Optional.empty())
                : new Unusable(client.errors().ofQuestion(answer));
    }

    private static AccountStatus credit(VendorAnswer answer) {
        JsonNode json = SnakeCase.of(answer.json());
        if (!json.isObject()) {
            return new Unusable(new Unavailable("the vendor's answer is no account"));
        }
        if (!json.path("character_count").isNumber()
                || !json.path("character_limit").isNumber()) {
            return new Usable(Optional.empty());
        }
        long limit = json.path("character_limit").longValue();
        long left = limit - json.path("character_count").longValue();
        String credit = Math.max(0, left) + " of " + limit + " credits left, tier " + tier(json);
        if (left > 0) {
            return new Usable(Optional.of(credit));
        }
        return isBilledByUse(json, left)
                ? new Usable(Optional.of(credit + ", more are billed by use"))
                : new Unusable(new OutOfCredit(credit));
    }

    /** "Music API is not available for free users" is what a song is answered with there. */
    private static String tier(JsonNode json) {
        String tier = json.path("tier").asText("unknown");
        return tier.equals("free") ? "free, and music needs a paid one" : tier;
    }

    /** {@code max_credit_limit_extension} is a number, 0 for none, or the word "unlimited"; older answers have a flag. */
    private static boolean isBilledByUse(JsonNode json, long left) {
        JsonNode extension = json.path("max_credit_limit_extension");
        if (extension.isNumber()) {
            return left + extension.longValue() > 0;
        }
        return extension.isTextual()
                ? extension.textValue().equals("unlimited")
                : json.path("allowed_to_extend_character_limit").asBoolean();
    }
}
