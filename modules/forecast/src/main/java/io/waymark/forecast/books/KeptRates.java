package io.waymark.forecast.books;

import io.waymark.forecast.BookedStay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the reservations of one cohort that stood in the books some days ahead, how many came in the end.
 *
 * <p>Learned anew for every day from the arrivals until then, recent ones counting more. A small cohort leans on all
 * others together.
 */
final class KeptRates {

    private static final int[] BANDS = {1, 2, 3, 5, 7, 10, 14, 21, 28, 45, 75, Books.LONGEST_HORIZON};
    private static final int[] LEADS = {7, 30, 90, Integer.MAX_VALUE};
    private static final int MOST_COHORTS = 64;
    private static final double HALF_LIFE_DAYS = 150;
    private static final double SHRINKAGE = 60;

    private final LocalDate first;
    private final Map<String, Integer> cohorts;
    /** By group, band and day: the share that came. */
    private final float[][][] rates;

    private KeptRates(LocalDate first, Map<String, Integer> cohorts, float[][][] rates) {
        this.first = first;
        this.cohorts = cohorts;
        this.rates = rates;
    }

    static KeptRates of(List<BookedStay> stays, LocalDate first, int days) {
        Map<String, Integer> cohorts = number(stays);
        int groups = (cohorts.size() + 1) * LEADS.length;
        double[][][] stood = new double[groups][BANDS.length][days];
        double[][][] came = new double[groups][BANDS.length][days];
        KeptRates unlearned = new KeptRates(first, cohorts, new float[0][][]);
        for (BookedStay stay : stays) {
            unlearned.count(stay, stood, came, days);
        }
        return new KeptRates(first, cohorts, shares(stood, came, days));
    }

    /** The chance that a stay that arrives {@code ahead} days after day {@code asOf} will come. */
    float chance(int group, int ahead, int asOf) {
        return rates[group][band(ahead)][Math.max(0, asOf)];
    }

    int group(BookedStay stay) {
        long lead = stay.arrival().toEpochDay() - stay.bookedOn().toEpochDay();
        int band = 0;
        while (lead > LEADS[band]) {
            band++;
        }
        return cohorts.getOrDefault(stay.cohort(), cohorts.size()) * LEADS.length + band;
    }

    private void count(BookedStay stay, double[][][] stood, double[][][] came, int days) {
        int arrival = Math.toIntExact(stay.arrival().toEpochDay() - first.toEpochDay());
        if (arrival < 0 || arrival >= days) {
            return;
        }
        long booked = stay.bookedOn().toEpochDay() - first.toEpochDay();
        LocalDate lostOn = stay.lostOn();
        long lost = lostOn == null ? Long.MAX_VALUE : lostOn.toEpochDay() - first.toEpochDay();
        int group = group(stay);
        for (int ahead = 1; ahead <= Books.LONGEST_HORIZON; ahead++) {
            long asOf = (long) arrival - ahead;
            if (asOf >= booked && asOf < lost) {
                stood[group][band(ahead)][arrival]++;
                if (lost > arrival) {
                    came[group][band(ahead)][arrival]++;
                }
            }
        }
    }

    private static float[][][] shares(double[][][] stood, double[][][] came, int days) {
        int groups = stood.length;
        float[][][] shares = new float[groups][BANDS.length][days];
        double keep = Math.pow(0.5, 1 / HALF_LIFE_DAYS);
        for (int band = 0; band < BANDS.length; band++) {
            double[] stoodUntil = new double[groups];
            double[] cameUntil = new double[groups];
            for (int day = 0; day < days; day++) {
                double allStood = 0;
                double allCame = 0;
                for (int group = 0; group < groups; group++) {
                    stoodUntil[group] = stoodUntil[group] * keep + stood[group][band][day];
                    cameUntil[group] = cameUntil[group] * keep + came[group][band][day];
                    allStood += stoodUntil[group];
                    allCame += cameUntil[group];
                }
                double overall = (allCame + 9) / (allStood + 10);
                for (int group = 0; group < groups; group++) {
                    shares[group][band][day] =
                            (float) ((cameUntil[group] + SHRINKAGE * overall) / (stoodUntil[group] + SHRINKAGE));
                }
            }
        }
        return shares;
    }

    /** In the order in which they were first booked, so that later cohorts never renumber earlier ones. */
    private static Map<String, Integer> number(List<BookedStay> stays) {
        Map<String, Integer> numbers = new HashMap<>();
        stays.stream()
                .sorted(Comparator.comparing(BookedStay::bookedOn).thenComparing(BookedStay::cohort))
                .map(BookedStay::cohort)
                .distinct()
                .limit(MOST_COHORTS)
                .forEach(cohort -> numbers.put(cohort, numbers.size()));
        return numbers;
    }

    private static int band(int ahead) {
        int band = 0;
        while (band < BANDS.length - 1 && ahead > BANDS[band]) {
            band++;
        }
        return band;
    }
}
