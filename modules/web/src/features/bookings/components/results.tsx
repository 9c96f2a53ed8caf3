import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { day, moment, money } from '@/lib/format';
import { Highlighted } from '@/ui/highlighted';
import { StatusBadge } from './status-badge';

type Hit = Schemas['BookingHit'];
export type BookingLink = (bookingId: string, children: ReactNode) => ReactNode;

interface ResultsProps {
  hits: Hit[];
  link: BookingLink;
}

/** A field of the hit, with what matched in it. */
function Text({ hit, field, value }: { hit: Hit; field: string; value: string | undefined }) {
  const fragment = hit.highlights[field]?.[0];
  if (fragment) return <Highlighted fragment={fragment} />;
  return <>{value ?? ''}</>;
}

const named = new Set([
  'reference',
  'id',
  'channel',
  'countryName',
  'country',
  'propertyName',
  'roomTypes',
  'market',
]);

/** A table from tablet size, a list on a phone; the same order of words in both. */
export function Results({ hits, link }: ResultsProps) {
  const { t } = useTranslation('bookings');
  return (
    <>
      <table className="figures w-full text-base max-md:hidden">
        <thead className="label text-left">
          <tr className="*:px-2 *:py-2 *:font-medium *:first:pl-5 *:last:pr-5">
            <th scope="col">{t('column.booking')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.arrival')}</th>
            <th scope="col" className="text-right">
              {t('column.nights')}
            </th>
            <th scope="col" className="max-lg:hidden">
              {t('column.rooms')}
            </th>
            <th scope="col">{t('column.channel')}</th>
            <th scope="col" className="max-[88rem]:hidden">
              {t('column.country')}
            </th>
            <th scope="col" className="text-right max-2xl:pr-5!">
              {t('column.total')}
            </th>
            <th scope="col" className="text-right max-2xl:hidden">
              {t('column.booked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr
              key={hit.id}
              className="h-11 border-t border-line *:px-2 *:py-1.5 *:first:pl-5 *:last:pr-5 hover:bg-sunken"
            >
              <th scope="row" className="max-w-48 text-left font-medium">
                <span className="block truncate">{link(hit.id, <Name hit={hit} />)}</span>
                <OtherMatches hit={hit} />
              </th>
              <td>
                <StatusBadge status={hit.status} />
              </td>
              <td className="whitespace-nowrap">{day(hit.arrival, 'long')}</td>
              <td className="text-right">{hit.nights}</td>
              <td className="max-w-24 truncate text-ink-2 max-lg:hidden">
                <Text hit={hit} field="roomTypes" value={hit.roomTypes?.join(', ')} />
              </td>
              <td className="max-w-32 truncate">
                <Text hit={hit} field="channel" value={hit.channel} />
              </td>
              <td className="max-w-32 truncate text-ink-2 max-[88rem]:hidden">
                <Text hit={hit} field="countryName" value={hit.countryName ?? hit.country} />
              </td>
              <td className="text-right font-medium whitespace-nowrap max-2xl:pr-5!">
                {money(hit.total.amountMinor, hit.total.currency)}
              </td>
              <td className="text-right whitespace-nowrap text-ink-2 max-2xl:hidden">
                {moment(hit.bookedAt).split(',')[0]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="md:hidden">
        {hits.map((hit) => (
          <li key={hit.id} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line px-4 py-2.5">
            <span className="min-w-0 truncate font-medium">{link(hit.id, <Name hit={hit} />)}</span>
            <span className="figures text-right font-medium">
              {money(hit.total.amountMinor, hit.total.currency)}
            </span>
            <span className="figures min-w-0 truncate text-ink-2">
              {t('stay', { date: day(hit.arrival, 'long'), count: hit.nights })} ·{' '}
              <Text hit={hit} field="channel" value={hit.channel} />
            </span>
            <StatusBadge status={hit.status} />
            <OtherMatches hit={hit} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ hit }: { hit: Hit }) {
  return <Text hit={hit} field={hit.reference ? 'reference' : 'id'} value={hit.reference ?? hit.id} />;
}

/** Why this was found, when the place that matched has no column. */
function OtherMatches({ hit }: { hit: Hit }) {
  const { t } = useTranslation('bookings');
  const others = Object.entries(hit.highlights).filter(([field]) => !named.has(field));
  // The country's column leaves first when it is narrow.
  const country = hit.highlights.countryName?.[0];
  if (others.length === 0 && !country) return null;
  return (
    <span className={`label block truncate ${others.length === 0 ? 'min-[88rem]:hidden' : ''}`}>
      {country && (
        <span className="mr-2 min-[88rem]:hidden">
          <Highlighted fragment={country} />
        </span>
      )}
      {others.slice(0, 2).map(([field, fragments]) => (
        <span key={field} className="mr-2">
          {t(`field.${field}` as 'field.agent', { defaultValue: field })}{' '}
          {fragments[0] && <Highlighted fragment={fragments[0]} />}
        </span>
      ))}
    </span>
  );
}
