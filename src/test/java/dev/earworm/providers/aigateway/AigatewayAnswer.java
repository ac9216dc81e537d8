package dev.earworm.providers.aigateway;

import mockwebserver3.MockResponse;

/** The vendor's answers as the tests write them. */
final class AigatewayAnswer {
    private AigatewayAnswer() {}

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse page(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .body("<html>" + status + "</html>")
                .build();
    }
}
