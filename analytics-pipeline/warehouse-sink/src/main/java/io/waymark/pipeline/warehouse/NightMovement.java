package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import java.time.LocalDate;

/** What an event put on the books of a night, or took off them: one row of {@code fact_night_movement}. */
public record NightMovement(LocalDate night, String roomTypeId, int roomNights, Money revenue) {}
