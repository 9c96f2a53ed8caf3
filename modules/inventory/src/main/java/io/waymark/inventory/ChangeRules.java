package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.inventory.Allocation.Proposal;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a sale gets other nights or rooms: both are kept until it is sure which of them stay. */
final class ChangeRules {

    private ChangeRules() {}

    static Decision<RoomTypeEvent> propose(Opened roomType, ProposeChange propose, Instant now) {
        if (Limits.exceededBy(propose.nights(), propose.rooms())) {
            return Limits.refuseStay();
        }
        @Nullable Allocation sale = roomType.find(propose.holdId());
        if (sale == null || !sale.isSold()) {
            return noSale(propose.holdId());
        }
        @Nullable Proposal proposed = sale.proposed();
        if (proposed != null) {
            boolean same = proposed.equals(new Proposal(propose.nights(), propose.rooms()));
            return same ? Decision.unchanged() : changePending(propose.holdId());
        }
        if (sale.takes(propose.nights(), propose.rooms())) {
            return Decision.unchanged();
        }
        return Cleared.of(roomType, propose.nights(), now)
                .acceptIfFree(
                        sale,
                        sale.proposing(propose.nights(), propose.rooms()),
                        propose.nights(),
                        propose.enforcement(),
                        new ChangeHeld(propose.holdId(), propose.nights(), propose.rooms()));
    }

    static Decision<RoomTypeEvent> adopt(Opened roomType, AdoptChange adopt) {
        @Nullable Allocation sale = roomType.find(adopt.holdId());
        if (sale == null) {
            return noSale(adopt.holdId());
        }
        return sale.proposed() == null ? Decision.unchanged() : Decision.accept(new ChangeAdopted(adopt.holdId()));
    }

    static Decision<RoomTypeEvent> withdraw(Opened roomType, WithdrawChange withdraw) {
        @Nullable Allocation sale = roomType.find(withdraw.holdId());
        return sale == null || sale.proposed() == null
                ? Decision.unchanged()
                : Decision.accept(new ChangeWithdrawn(withdraw.holdId()));
    }

    static Decision<RoomTypeEvent> shorten(Opened roomType, ShortenStay shorten) {
        @Nullable Allocation sale = roomType.find(shorten.holdId());
        if (sale == null || !sale.isSold()) {
            return noSale(shorten.holdId());
        }
        if (sale.proposed() != null) {
            return changePending(shorten.holdId());
        }
        LocalDate arrival = sale.nights().from();
        LocalDate to = shorten.to().isBefore(arrival) ? arrival : shorten.to();
        return to.isBefore(sale.nights().to())
                ? Decision.accept(new StayShortened(shorten.holdId(), to))
                : Decision.unchanged();
    }

    private static Decision<RoomTypeEvent> noSale(String holdId) {
        return Decision.refuse(ProblemCode.NOT_FOUND, "No rooms are sold as " + holdId + ".");
    }

    private static Decision<RoomTypeEvent> changePending(String holdId) {
        return Decision.refuse(
                ProblemCode.CONFLICT, "Another change of " + holdId + " is neither adopted nor withdrawn yet.");
    }
}
