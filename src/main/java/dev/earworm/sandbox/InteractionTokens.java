package dev.earworm.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the secrets by which a bot answers an interaction. */
final class InteractionTokens {
    private InteractionTokens() {}

    static String next() {
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
