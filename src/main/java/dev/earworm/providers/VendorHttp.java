package dev.earworm.providers;

import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.Exchange.ReplyLost;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks HTTP with one vendor so that no song is paid twice by accident: what costs money is never sent again by itself,
 * no redirect is followed with a key in hand, and every failure says whether the request may have left.
 *
 * <p>Calls block and end early when their (virtual) thread is interrupted; the thread stays interrupted.
 */
public final class VendorHttp {
    private static final Logger log = LoggerFactory.getLogger(VendorHttp.class);

    /** Keeps the long silence before a song alive through routers that drop quiet connections (HTTP/2 only). */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(30);

    private final OkHttpClient submits;
    private final OkHttpClient questions;
    private final Redactor redactor;

    public VendorHttp(VendorTimeouts timeouts, Redactor redactor) {
        this.submits = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.silence())
                .writeTimeout(timeouts.silence())
                .callTimeout(timeouts.whole())
                .pingInterval(PING_INTERVAL)
                .addInterceptor(new Unzipping())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                // Racing addresses connect on threads of OkHttp's own, where an interrupt does not reach.
                .fastFallback(false)
                .build();
        // A question may be repeated, so one that met a connection gone stale in the pool quietly is.
        this.questions = submits.newBuilder().retryOnConnectionFailure(true).build();
        this.redactor = redactor;
    }

    /**
     * Sends a request that may cost money. Its connection is its own: on one that waited in a pool, a request to a
     * server that had just hung up could not be told from one that was taken. Give it a {@link JsonBody}.
     */
    public <T> Exchange<T> submit(Request request, Exchange.Reader<T> reader) {
        OkHttpClient fresh = submits.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        return exchange(fresh.newCall(request), reader);
    }

    /** Sends a request that changes nothing at the vendor. */
    public <T> Exchange<T> ask(Request request, Exchange.Reader<T> reader) {
        return exchange(questions.newCall(request), reader);
    }

    private <T> Exchange<T> exchange(Call call, Exchange.Reader<T> reader) {
        if (Thread.currentThread().isInterrupted()) {
            return new NotSent<>(name(call.request()) + ": interrupted before it was sent");
        }
        SendWatch watch = new SendWatch();
        call.addEventListener(watch);
        try (Response response = call.execute()) {
            T answer = reader.read(response);
            log.debug("{} answered {}", name(call.request()), response.code());
            return new Answered<>(answer);
        } catch (IOException e) {
            String detail = redactor.clean(name(call.request()) + ": " + e);
            log.debug("{} (request {})", detail, watch.sent ? "sent" : "not sent");
            return watch.sent ? new ReplyLost<>(detail) : new NotSent<>(detail);
        }
    }

    /** Never the request's own text: it would print the header that carries the key. */
    private static String name(Request request) {
        return request.method() + " " + request.url().host() + request.url().encodedPath();
    }

    /** Sees the moment from which a vendor may know of the request. */
    private static final class SendWatch extends EventListener {
        private volatile boolean sent;

        @Override
        public void requestHeadersStart(Call call) {
            sent = true;
        }
    }
}
