package dev.earworm.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Planner;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.SynchronousProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;

/** A layer that forgets to pass a call on would take that ability from every provider, and nothing else would notice. */
class MeteredProvidersTest {
    static Stream<Arguments> everyMethod() {
        return Stream.of(SynchronousProvider.class, AsynchronousProvider.class)
                .flatMap(kind -> Arrays.stream(kind.getMethods()).map(method -> Arguments.of(kind, method)));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void eachCallReachesTheProvider(Class<? extends MusicProvider> kind, Method method) throws Exception {
        List<String> reached = new CopyOnWriteArrayList<>();
        MusicProvider provider = Mockito.mock(kind, call -> {
            reached.add(call.getMethod().getName());
            return Mockito.RETURNS_DEFAULTS.answer(call);
        });
        MusicProvider metered = MeteredProviders.of(provider, new ProviderCalls(new SimpleMeterRegistry(), "mocked"));

        call(metered, method);

        assertThat(reached).contains(method.getName());
    }

    /** What comes of a call that nothing answered may well not be counted. */
    private static void call(Object target, Method method) throws IllegalAccessException {
        try {
            method.invoke(target, new Object[method.getParameterCount()]);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(NullPointerException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfParts")
    void eachCallReachesThePlannerAndTheSeparator(Method method) throws Exception {
        List<String> reached = new CopyOnWriteArrayList<>();
        Object part = Mockito.mock(method.getDeclaringClass(), call -> {
            reached.add(call.getMethod().getName());
            return Mockito.RETURNS_DEFAULTS.answer(call);
        });
        SynchronousProvider provider = Mockito.mock(SynchronousProvider.class);
        ProviderCalls calls = new ProviderCalls(new SimpleMeterRegistry(), "mocked");
        MusicProvider metered = MeteredProviders.of(provider, calls);
        Object meteredPart;
        if (part instanceof Planner planner) {
            Mockito.when(provider.planner()).thenReturn(Optional.of(planner));
            meteredPart = metered.planner().orElseThrow();
        } else {
            Mockito.when(provider.stems()).thenReturn(Optional.of((StemSeparator) part));
            meteredPart = metered.stems().orElseThrow();
        }

        call(meteredPart, method);

        assertThat(reached).contains(method.getName());
    }

    static Stream<Method> everyMethodOfParts() {
        return Stream.of(Planner.class, StemSeparator.class).flatMap(part -> Arrays.stream(part.getMethods()));
    }
}
