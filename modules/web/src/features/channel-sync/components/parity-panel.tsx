import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, day, money } from '@/lib/format';
import { Async } from '@/ui/async';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { parityQuery } from '../api/sync';

const shown = 50;
type Price = Schemas['Money'] | undefined;

/** Nights on which a room does not cost the same wherever it is sold. */
export function ParityPanel() {
  const { t } = useTranslation('channel-sync');
  const query = useQuery(parityQuery);
  return (
    <Panel
      title={t('parity.title')}
      hint={query.data && t('parity.hint', { from: day(query.data.from), to: day(query.data.to) })}
      aside={
        query.data && (
          <Badge tone={query.data.broken ? 'warn' : 'good'}>
            {t('parity.broken', { count: query.data.broken, number: count(query.data.broken) })}
          </Badge>
        )
      }
    >
      <Async query={query} waiting={<div className="waiting m-4 h-32" aria-hidden="true" />} className="m-4">
        {({ items, nights }) =>
          items.length === 0 ? (
            <Empty title={t(nights ? 'parity.good' : 'parity.none')}>
              {t(nights ? 'parity.goodHint' : 'parity.noneHint', { nights: count(nights) })}
            </Empty>
          ) : (
            <>
              <DataTable
                rows={items.slice(0, shown)}
                rowKey={({ roomTypeId, date }) => `${roomTypeId} ${date}`}
                columns={[
                  {
                    key: 'night',
                    name: t('parity.night'),
                    cell: (row) => (
                      <>
                        {day(row.date, 'weekday')}
                        <span className="label block font-normal">
                          {row.hotelCode} · {row.roomTypeCode}
                        </span>
                      </>
                    ),
                  },
                  { key: 'own', name: t('parity.own'), number: true, cell: ({ own }) => price(own) },
                  {
                    key: 'channels',
                    name: t('parity.channels'),
                    cell: ({ channels }) => (
                      <ul>
                        {channels.map((channel) => (
                          <li
                            key={channel.connection}
                            className="md:flex md:max-w-72 md:justify-between md:gap-3"
                          >
                            <span className="label max-md:block">{channel.connection}</span>
                            <span>{price(channel.price)}</span>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]}
              />
              {items.length > shown && (
                <p className="label border-t border-line px-4 py-3 md:px-5">
                  {t('parity.more', { number: count(items.length - shown) })}
                </p>
              )}
            </>
          )
        }
      </Async>
    </Panel>
  );
}

const price = (value: Price) => (value ? money(value.amountMinor, value.currency) : '–');
