package io.waymark.channels.alpinebits.reservation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guest who booked. Personal data: it is sealed before it goes anywhere. */
public record Customer(
        @Nullable String prefix,
        String givenName,
        String surname,
        @Nullable String title,
        @Nullable String gender,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        List<Telephone> telephones,
        @Nullable String email,
        @Nullable Address address) {

    public Customer {
        telephones = List.copyOf(telephones);
    }

    @Override
    public String toString() {
        return "Customer[…]";
    }

    /**
     * A telephone number.
     *
     * @param type OpenTravel's PTT: 1 voice, 3 fax, 5 mobile
     */
    public record Telephone(int type, String number) {}

    /** Where the guest lives, as far as it was given. */
    public record Address(
            @Nullable String line,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country) {}
}
