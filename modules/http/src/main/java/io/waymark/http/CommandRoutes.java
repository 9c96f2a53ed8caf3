package io.waymark.http;

import io.waymark.http.server.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a module: PUTs to addresses with places for ids. They are by far the most requests, and finding one in a
 * tree of directives would cost more than deciding it, so a server asks here first.
 */
public final class CommandRoutes extends AllDirectives {

    private static final String ID = "{}";

    /**
     * A request to one of the addresses.
     *
     * @param ids what stands in the address where it has a place for one
     */
    public record Incoming(Request request, List<String> ids) {

        public String id(int place) {
            return ids.get(place);
        }
    }

    /** Answers a command; never fails. */
    @FunctionalInterface
    public interface Answer {
        CompletionStage<HttpResponse> to(Incoming incoming);
    }

    private record Address(List<String> segments, Answer answer) {}

    private final List<Address> addresses = new ArrayList<>();

    /**
     * Adds an address.
     *
     * @param path such as {@code /v1/bookings/{}/changes/{}}
     */
    public CommandRoutes put(String path, Answer answer) {
        addresses.add(new Address(List.of(path.split("/", -1)), answer));
        return this;
    }

    /** The answer, where the request is a PUT to one of these addresses. */
    public @Nullable CompletionStage<HttpResponse> answer(Request request) {
        return request.method().equals("PUT") ? find(request) : null;
    }

    /** The same addresses among other routes, for servers that do not ask here first and for other methods. */
    public Route routes() {
        return extractRequest(routed -> {
            Request request = Request.of(routed);
            return addressed(request) ? put(() -> completeWithFuture(answered(request))) : reject();
        });
    }

    private CompletionStage<HttpResponse> answered(Request request) {
        return Objects.requireNonNull(answer(request));
    }

    private boolean addressed(Request request) {
        List<String> segments = request.segments();
        return addresses.stream().anyMatch(address -> ids(address, segments) != null);
    }

    private @Nullable CompletionStage<HttpResponse> find(Request request) {
        List<String> segments = request.segments();
        for (Address address : addresses) {
            @Nullable List<String> ids = ids(address, segments);
            if (ids != null) {
                return address.answer().to(new Incoming(request, ids));
            }
        }
        return null;
    }

    private static @Nullable List<String> ids(Address address, List<String> segments) {
        if (address.segments().size() != segments.size()) {
            return null;
        }
        List<String> ids = new ArrayList<>(2);
        for (int i = 0; i < segments.size(); i++) {
            if (address.segments().get(i).equals(ID)) {
                ids.add(segments.get(i));
            } else if (!address.segments().get(i).equals(segments.get(i))) {
                return null;
            }
        }
        return ids;
    }
}
