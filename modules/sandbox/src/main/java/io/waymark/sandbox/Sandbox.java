package io.waymark.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.Channel.Protocol;
import io.waymark.sandbox.control.Control;
import io.waymark.sandbox.door.Door;
import io.waymark.sandbox.shop.HouseAddress;
import io.waymark.sandbox.shop.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels that are not real, behind protocols that are: AlpineBits HotelData 2020-10, and JSON in the manner of the large
 * OTAs. One of each is the demo's, one of each is for scenarios. They listen on the loopback interface only.
 */
public final class Sandbox implements AutoCloseable {

    /** The channels and their languages; the names are those of their connections with the house. */
    public static final Map<String, Protocol> CHANNELS = Map.of(
            "sandbox-alpinebits", Protocol.ALPINEBITS,
            "sandbox-ota", Protocol.OTA,
            "practice-alpinebits", Protocol.ALPINEBITS,
            "practice-ota", Protocol.OTA);

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int WAITING = 256;

    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpClient client;

    private Sandbox(HttpServer server, ExecutorService threads, HttpClient client) {
        this.server = server;
        this.threads = threads;
        this.client = client;
    }

    /** Runs until the process ends; settings come from the environment. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.getOrDefault("WAYMARK_SANDBOX_PORT", "18090"));
        URI house = URI.create(environment.getOrDefault("WAYMARK_URL", "http://127.0.0.1:8080"));
        String password = environment.getOrDefault("WAYMARK_SANDBOX_PASSWORD", "");
        if (password.isEmpty()) {
            LOG.error("WAYMARK_SANDBOX_PASSWORD is not set: it is the password between the house and its channels.");
            System.exit(2);
        }
        @Nullable String folder = environment.get("WAYMARK_SANDBOX_DATA");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
        }
        start(port, new HouseAddress(house, password), InstantSource.system(), folder == null ? null : Path.of(folder));
        LOG.info("the sandbox listens on 127.0.0.1:{}", port);
    }

    /** Starts the channels on this port; 0 for any free one. Their sales end with them. */
    public static Sandbox start(int port, HouseAddress house, InstantSource clock) throws IOException {
        return start(port, house, clock, null);
    }

    /** The same, with a folder that keeps their sales. */
    public static Sandbox start(int port, HouseAddress house, InstantSource clock, @Nullable Path folder)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        server.setExecutor(threads);
        AlpineBitsXml xml = new AlpineBitsXml(XmlLimits.STANDARD);
        Map<String, Channel> channels = new LinkedHashMap<>();
        Map<String, Shop> shops = new LinkedHashMap<>();
        for (String name : List.copyOf(CHANNELS.keySet()).stream().sorted().toList()) {
            Channel channel = Channel.named(name, CHANNELS.getOrDefault(name, Protocol.OTA));
            channels.put(name, channel);
            shops.put(
                    name,
                    folder == null
                            ? new Shop(channel, house, client, clock)
                            : new Shop(channel, house, client, clock, folder));
            server.createContext("/" + name, Door.of(channel, house.password(), clock, xml));
        }
        server.createContext("/control", new Control(channels, shops));
        server.start();
        return new Sandbox(server, threads, client);
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
