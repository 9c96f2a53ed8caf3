package io.waymark.launcher.replay.schedule;

import io.waymark.events.booking.Guest;
import java.util.List;
import java.util.Locale;

/** Invents the guest of a reservation, because the data names nobody; always the same one for the same reservation. */
public final class Guests {

    private static final List<String> GIVEN_NAMES = List.of(
            "Ada", "Alba", "Amir", "Ana", "Ben", "Carla", "Chen", "Clara", "Dana", "David", "Elena", "Emil", "Eva",
            "Felix", "Hana", "Hugo", "Ida", "Ines", "Iris", "Ivan", "Jana", "Jonas", "Julia", "Kai", "Karim", "Lara",
            "Leon", "Lina", "Luca", "Maia", "Marco", "Mila", "Mina", "Nadia", "Nils", "Noor", "Olga", "Oscar", "Paula",
            "Rita", "Robin", "Rosa", "Sami", "Sara", "Tara", "Tom", "Vera", "Yara");

    private static final List<String> SURNAMES = List.of(
            "Abel",
            "Almeida",
            "Andersson",
            "Bauer",
            "Berg",
            "Bianchi",
            "Brandt",
            "Carvalho",
            "Castro",
            "Costa",
            "Dias",
            "Dubois",
            "Evans",
            "Fabri",
            "Fischer",
            "Fontana",
            "Garcia",
            "Girard",
            "Haas",
            "Hansen",
            "Hill",
            "Hoffmann",
            "Ito",
            "Jansen",
            "Kaya",
            "Keller",
            "Kim",
            "Kowalski",
            "Kumar",
            "Lambert",
            "Larsen",
            "Leitner",
            "Lima",
            "Lopes",
            "Marino",
            "Martin",
            "Meyer",
            "Molina",
            "Moreau",
            "Nielsen",
            "Novak",
            "Okafor",
            "Oliveira",
            "Owens",
            "Patel",
            "Petrov",
            "Ramos",
            "Reis",
            "Ricci",
            "Rossi",
            "Santos",
            "Schmid",
            "Silva",
            "Singh",
            "Sousa",
            "Taylor",
            "Torres",
            "Varga",
            "Vidal",
            "Walker",
            "Weber",
            "Wong",
            "Young",
            "Zimmer");

    private Guests() {}

    public static Guest of(String remoteId) {
        Seed seed = new Seed(remoteId);
        String givenName = GIVEN_NAMES.get(seed.below(GIVEN_NAMES.size(), "given name"));
        String surname = SURNAMES.get(seed.below(SURNAMES.size(), "surname"));
        int number = seed.below(10_000, "number");
        String email =
                "%s.%s.%04d@example.com".formatted(givenName, surname, number).toLowerCase(Locale.ROOT);
        return new Guest(givenName, surname, email, null, null);
    }
}
