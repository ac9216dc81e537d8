package dev.earworm.sandbox.gateway;

/** Why the gateway closes a connection: developers/topics/opcodes-and-status-codes, "Gateway Close Event Codes". */
enum GatewayClose {
    UNKNOWN_OPCODE(4001, "Unknown opcode."),
    DECODE_ERROR(4002, "Error while decoding payload."),
    NOT_AUTHENTICATED(4003, "Not authenticated."),
    AUTHENTICATION_FAILED(4004, "Authentication failed."),
    ALREADY_AUTHENTICATED(4005, "Already authenticated."),
    RATE_LIMITED(4008, "You are being rate limited."),
    INVALID_SHARD(4010, "Invalid shard."),
    DISALLOWED_INTENTS(4014, "Disallowed intent(s).");

    private final int code;
    private final String reason;

    GatewayClose(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
