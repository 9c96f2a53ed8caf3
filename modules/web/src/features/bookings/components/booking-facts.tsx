import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { country, day, moment, money } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';

type Booking = Schemas['Booking'];

interface BookingFactsProps {
  booking: Booking;
  /** Names its room types; absent while it loads. */
  property: Schemas['Property'] | undefined;
  timeZone: string;
}

/** Every field of a booking that is not personal. A marked one was changed by the revision in sight. */
export function BookingFacts({ booking, property, timeZone }: BookingFactsProps) {
  const { t } = useTranslation('bookings');
  const amount = ({ amountMinor, currency }: Schemas['Money']) => money(amountMinor, currency);
  return (
    <>
      <Panel title={t('detail.stay')}>
        <div className="px-4 pb-3 md:px-5">
          <Facts className="md:grid-cols-4">
            <Fact name={t('field.arrival')} path="/arrival">
              {day(booking.arrival, 'long')}
            </Fact>
            <Fact name={t('field.departure')} path="/departure">
              {day(booking.departure, 'long')}
            </Fact>
            <Fact name={t('field.nights')} path="/nights">
              {booking.nights}
            </Fact>
            <Fact name={t('field.departedOn')} path="/departedOn">
              {booking.departedOn && day(booking.departedOn, 'long')}
            </Fact>
            <Fact name={t('field.property')}>
              {property?.name ?? booking.propertyCode ?? booking.propertyId}
            </Fact>
            <Fact name={t('field.assignedRoomTypeCode')} path="/assignedRoomTypeCode">
              {booking.assignedRoomTypeCode && named(property, booking.assignedRoomTypeCode)}
            </Fact>
            <Fact name={t('field.specialRequests')} path="/specialRequests">
              {booking.specialRequests}
            </Fact>
            <Fact name={t('field.parkingSpaces')} path="/parkingSpaces">
              {booking.parkingSpaces}
            </Fact>
          </Facts>
        </div>
        <Rooms rooms={booking.rooms} property={property} />
      </Panel>
      <Panel title={t('detail.price')}>
        <div className="px-4 pb-4 md:px-5">
          <Facts className="md:grid-cols-4">
            <Fact name={t('field.total')} path="/total">
              <strong className="figures text-lg font-semibold">{amount(booking.total)}</strong>
            </Fact>
            <Fact name={t('field.perNight')}>
              {booking.nights > 0 &&
                amount({
                  ...booking.total,
                  amountMinor: Math.round(booking.total.amountMinor / booking.nights),
                })}
            </Fact>
            <Fact name={t('field.depositType')} path="/depositType">
              {booking.depositType}
            </Fact>
            <Fact name={t('field.policy')} path="/policy">
              {booking.policy && (
                <>
                  {booking.policy.code}
                  {booking.policy.text && (
                    <span className="block text-sm text-ink-2">{booking.policy.text}</span>
                  )}
                </>
              )}
            </Fact>
          </Facts>
        </div>
      </Panel>
      <Panel title={t('detail.origin')}>
        <div className="px-4 pb-4 md:px-5">
          <Facts className="md:grid-cols-4">
            <Fact name={t('field.channel')} path="/channel">
              {booking.channel}
            </Fact>
            <Fact name={t('field.connection')} path="/connection">
              {booking.connection}
            </Fact>
            <Fact name={t('field.reference')} path="/reference">
              {booking.reference}
            </Fact>
            <Fact name={t('field.market')} path="/market">
              {booking.market}
            </Fact>
            <Fact name={t('field.country')} path="/country">
              {booking.country && country(booking.country)}
            </Fact>
            <Fact name={t('field.customerType')} path="/customerType">
              {booking.customerType}
            </Fact>
            <Fact name={t('field.agent')} path="/agent">
              {booking.agent}
            </Fact>
            <Fact name={t('field.company')} path="/company">
              {booking.company}
            </Fact>
            <Fact name={t('field.bookedAt')} path="/bookedAt">
              {moment(booking.bookedAt, timeZone)}
            </Fact>
            <Fact name={t('field.updatedAt')}>{moment(booking.updatedAt, timeZone)}</Fact>
            <Fact name={t('field.holdExpiresAt')} path="/holdExpiresAt">
              {booking.holdExpiresAt && moment(booking.holdExpiresAt, timeZone)}
            </Fact>
            <Fact name={t('field.refusal')} path="/refusal">
              {booking.refusal && (booking.refusal.detail ?? booking.refusal.code)}
            </Fact>
            <Fact name={t('field.subject')} path="/subject">
              {booking.subject && <code className="text-sm break-all">{booking.subject}</code>}
            </Fact>
            <Fact name={t('field.id')}>
              <code className="text-sm break-all">{booking.id}</code>
            </Fact>
          </Facts>
        </div>
      </Panel>
    </>
  );
}

/** A room type by its name. */
const named = (property: Schemas['Property'] | undefined, code: string) =>
  property?.roomTypes.find((type) => type.code === code)?.name ?? code;

interface RoomsProps {
  rooms: Schemas['BookedRoom'][];
  property: Schemas['Property'] | undefined;
}

function Rooms({ rooms, property }: RoomsProps) {
  const { t } = useTranslation('bookings');
  return (
    <>
      <table className="figures mb-2 w-full text-base max-md:hidden">
        <thead className="label text-left">
          <tr className="border-t border-line *:px-2 *:py-1.5 *:font-medium *:first:pl-5 *:last:pr-5">
            <th scope="col">{t('room.type')}</th>
            <th scope="col">{t('field.arrival')}</th>
            <th scope="col">{t('field.departure')}</th>
            <th scope="col">{t('room.guests')}</th>
            <th scope="col">{t('room.ratePlan')}</th>
            <th scope="col">{t('room.meal')}</th>
          </tr>
        </thead>
        <tbody>
          {rooms.map((room) => (
            <tr key={room.line} className="h-(--row) border-t border-line *:px-2 *:first:pl-5 *:last:pr-5">
              <th scope="row" className="text-left font-medium">
                {type(room)}
              </th>
              <td>{day(room.arrival, 'weekday')}</td>
              <td>{day(room.departure, 'weekday')}</td>
              <td>{guests(room)}</td>
              <td className="text-ink-2">{room.ratePlan ?? '–'}</td>
              <td className="text-ink-2">{room.meal ? meal(room.meal) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="md:hidden">
        {rooms.map((room) => (
          <li key={room.line} className="figures border-t border-line px-4 py-2">
            <span className="block font-medium">
              {type(room)} · {guests(room)}
            </span>
            <span className="text-ink-2">
              {day(room.arrival, 'weekday')} – {day(room.departure, 'weekday')}
              {room.meal && ` · ${meal(room.meal)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );

  function type({ roomTypeCode, roomTypeId }: Schemas['BookedRoom']) {
    return roomTypeCode ? named(property, roomTypeCode) : roomTypeId;
  }
  function meal(code: string) {
    return t(`meal.${code}` as 'meal.BB', { defaultValue: code });
  }
  function guests({ adults, children, infants }: Schemas['BookedRoom']) {
    return [
      t('room.adults', { count: adults }),
      children > 0 && t('room.children', { count: children }),
      infants > 0 && t('room.infants', { count: infants }),
    ]
      .filter(Boolean)
      .join(', ');
  }
}
