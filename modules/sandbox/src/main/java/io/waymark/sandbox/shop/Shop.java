package io.waymark.sandbox.shop;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.Copy.Room;
import io.waymark.sandbox.fault.Dice;
import io.waymark.sandbox.shop.House.Answer;
import io.waymark.sandbox.shop.Traffic.Progress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells a channel's rooms from the channel's own copy, changes its mind, calls off, and tells the house each time. Several
 * messages about one sale can be under way at once, so they overtake each other as they do in life.
 */
public final class Shop {

    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);
    private static final int LONGEST_STAY = 4;
    private static final int TRIES = 30;
    private static final int OPEN_SALES = 200;
    private static final Duration NOTHING_TO_SELL = Duration.ofMillis(50);
    private static final DateRange NO_NIGHTS = new DateRange(LocalDate.EPOCH, LocalDate.EPOCH);
    private static final long NIGHTLY_MINOR = 9_900;
    private static final String CURRENCY = "EUR";

    /** A sale that stands. */
    public record Standing(String id, String hotel, String roomType, LocalDate arrival, LocalDate departure) {}

    private final Channel channel;
    private final Courier courier;
    private final SaleBook book;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final List<Sale> open = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private int left;

    /** A shop whose sales end with the process. */
    public Shop(Channel channel, HouseAddress house, HttpClient client, InstantSource clock) {
        this(channel, house, client, clock, SaleBook.none());
    }

    /** A shop whose sales are kept in this folder; what it had begun to say to the house when it ended, it says again. */
    public Shop(Channel channel, HouseAddress house, HttpClient client, InstantSource clock, Path folder) {
        this(channel, house, client, clock, SaleBook.at(folder.resolve(channel.name() + ".sales")));
        remember();
    }

    private Shop(Channel channel, HouseAddress house, HttpClient client, InstantSource clock, SaleBook book) {
        this.channel = channel;
        this.book = book;
        this.courier = new Courier(channel, House.of(channel, house), client, clock);
        this.clock = clock;
    }

    /** Begins to sell; false where it is selling already. */
    public boolean start(Traffic traffic) {
        Random random = new Random(traffic.seed());
        lock.lock();
        try {
            if (progress.running()) {
                return false;
            }
            progress = new Progress(traffic.messages(), 0, 0, 0, 0, true, 0);
            left = traffic.messages();
        } finally {
            lock.unlock();
        }
        for (int worker = 0; worker < traffic.workers(); worker++) {
            Thread.ofVirtual()
                    .name("shop-" + channel.name())
                    .uncaughtExceptionHandler((thread, failure) -> LOG.error("a worker has ended", failure))
                    .start(() -> work(traffic, random));
        }
        return true;
    }

    public Progress progress() {
        lock.lock();
        try {
            return progress.with(sales.values().stream().mapToInt(Sale::abroad).sum());
        } finally {
            lock.unlock();
        }
    }

    /** The sales that stand, by what the house has taken. */
    public List<Standing> standing() {
        lock.lock();
        try {
            List<Standing> standing = new ArrayList<>();
            for (Sale sale : sales.values()) {
                @Nullable DateRange nights = sale.nights();
                if (nights != null) {
                    standing.add(new Standing(
                            sale.id(), sale.room().hotel(), sale.room().roomType(), nights.from(), nights.to()));
                }
            }
            return standing;
        } finally {
            lock.unlock();
        }
    }

    private void remember() {
        List<SaleMessage> unanswered = new ArrayList<>();
        for (SaleBook.Entry entry : book.read()) {
            SaleMessage message = entry.message();
            Sale sale = sales.computeIfAbsent(message.saleId(), id -> new Sale(id, message.room()));
            if (entry.taken() == null) {
                sale.sending(message);
                unanswered.add(message);
            } else {
                sale.settled(message, entry.taken());
                unanswered.remove(message);
            }
        }
        open.addAll(sales.values());
        for (SaleMessage message : unanswered) {
            Thread.ofVirtual().name("shop-" + channel.name() + "-again").start(() -> {
                try {
                    note(message, courier.deliver(message));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private void work(Traffic traffic, Random random) {
        try {
            while (left() > 0) {
                Optional<SaleMessage> message = next(traffic, random);
                if (message.isEmpty()) {
                    Dice.pause(NOTHING_TO_SELL);
                } else {
                    settle(message.get(), courier.deliver(message.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int left() {
        lock.lock();
        try {
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Empty where there is nothing to sell and nothing to say about what is sold, for the moment. */
    private Optional<SaleMessage> next(Traffic traffic, Random random) {
        lock.lock();
        try {
            if (left == 0) {
                return Optional.empty();
            }
            Optional<SaleMessage> message = random.nextInt(100) < 55 ? sell(traffic, random) : revise(random);
            message = message.isPresent() ? message : revise(random);
            message = message.isPresent() ? message : sell(traffic, random);
            message = message.isPresent() ? message : callOff(random);
            if (message.isEmpty()) {
                return message;
            }
            left--;
            return message;
        } finally {
            lock.unlock();
        }
    }

    private Optional<SaleMessage> sell(Traffic traffic, Random random) {
        List<Room> rooms = channel.copy().rooms().stream()
                .filter(room -> traffic.hotel() == null || traffic.hotel().equals(room.hotel()))
                .toList();
        if (rooms.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < TRIES; i++) {
            Room room = rooms.get(random.nextInt(rooms.size()));
            Optional<DateRange> nights = nights(room, random);
            if (nights.isPresent()
                    && channel.copy().take(room, nights.get().dates().toList())) {
                Sale sale = new Sale(Ids.next("sal", clock.instant(), random), room);
                sales.put(sale.id(), sale);
                open.add(sale);
                return Optional.of(say(sale, SaleMessage.Kind.NEW, nights.get(), clock.instant()));
            }
        }
        return Optional.empty();
    }

    private Optional<SaleMessage> revise(Random random) {
        Optional<Sale> some = some(random);
        if (some.isEmpty() || random.nextInt(100) < 50) {
            return callOff(random);
        }
        Sale sale = some.get();
        @Nullable DateRange now = sale.nights();
        Optional<DateRange> wanted = now == null ? Optional.empty() : nights(sale.room(), random);
        if (now == null || wanted.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> more =
                wanted.get().dates().filter(night -> !now.contains(night)).toList();
        return channel.copy().take(sale.room(), more)
                ? Optional.of(say(sale, SaleMessage.Kind.MODIFIED, wanted.get(), sale.next()))
                : Optional.empty();
    }

    private Optional<SaleMessage> callOff(Random random) {
        return some(random).map(sale -> {
            @Nullable DateRange now = sale.nights();
            return say(sale, SaleMessage.Kind.CANCELLED, now == null ? NO_NIGHTS : now, sale.next());
        });
    }

    /** One of the last sales that are not called off. */
    private Optional<Sale> some(Random random) {
        open.removeIf(Sale::ended);
        while (open.size() > OPEN_SALES) {
            open.removeFirst();
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private SaleMessage say(Sale sale, SaleMessage.Kind kind, DateRange nights, Instant at) {
        SaleMessage message = new SaleMessage(
                sale.id(), kind, at, sale.room(), nights, Money.of(NIGHTLY_MINOR * nights.days(), CURRENCY));
        book.write(message, null);
        sale.sending(message);
        return message;
    }

    private Optional<DateRange> nights(Room room, Random random) {
        return channel.copy().known(room).map(known -> {
            LocalDate arrival = known.from().plusDays(random.nextInt((int) known.days()));
            LocalDate departure = arrival.plusDays(1 + random.nextInt(LONGEST_STAY));
            return new DateRange(arrival, departure.isAfter(known.to()) ? known.to() : departure);
        });
    }

    private void settle(SaleMessage message, Answer answer) {
        lock.lock();
        try {
            note(message, answer);
            int settled = progress.settled() + 1;
            progress = new Progress(
                    progress.wanted(),
                    settled,
                    progress.taken() + (answer instanceof Answer.Taken ? 1 : 0),
                    progress.refused() + (answer instanceof Answer.Refused ? 1 : 0),
                    progress.unclear() + (answer instanceof Answer.Unclear ? 1 : 0),
                    settled < progress.wanted(),
                    0);
        } finally {
            lock.unlock();
        }
    }

    private void note(SaleMessage message, Answer answer) {
        lock.lock();
        try {
            boolean taken = answer instanceof Answer.Taken;
            book.write(message, taken);
            Sale sale = sales.get(message.saleId());
            if (sale != null) {
                sale.settled(message, taken);
            }
        } finally {
            lock.unlock();
        }
    }
}
