package dev.earworm.keys;

/** The key of an account at a provider: whoever has it can spend the account's money, so it never prints. */
public final class ApiKey {
    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /** @param secret as the vendor gave it out */
    public static ApiKey of(String secret) {
        return new ApiKey(secret);
    }

    /** The key itself: for the vendor and for the seal, and for nobody else. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
