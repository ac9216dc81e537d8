package dev.earworm.providers;

import java.io.IOException;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;

/**
 * Unzips what a server, or a gateway in front of it, zipped although it was asked not to, as it may (RFC 9110, section
 * 12.5.3): a song that was paid for is not lost by that. OkHttp itself unzips only what it asked for by itself.
 */
final class Unzipping implements Interceptor {
    private static final ByteString MAGIC = ByteString.of((byte) 0x1f, (byte) 0x8b);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean saysZipped = response.headers("Content-Encoding").stream()
                .anyMatch(encoding -> encoding.strip().toLowerCase(Locale.ROOT).endsWith("gzip"));
        // The header alone is not trusted: sound that is merely said to be zipped is sound.
        return saysZipped && response.body().source().rangeEquals(0, MAGIC) ? unzipped(response) : response;
    }

    private static Response unzipped(Response response) {
        BufferedSource content = Okio.buffer(new GzipSource(response.body().source()));
        return response.newBuilder()
                .removeHeader("Content-Encoding")
                .removeHeader("Content-Length")
                .body(ResponseBody.create(content, response.body().contentType(), -1))
                .build();
    }
}
