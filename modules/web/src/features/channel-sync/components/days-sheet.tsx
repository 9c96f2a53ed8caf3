import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, day, money } from '@/lib/format';
import { Async } from '@/ui/async';
import { Badge } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { Sheet } from '@/ui/sheet';
import { syncDaysQuery } from '../api/sync';

type Day = Schemas['ChannelSyncDays']['days'][number];

/** One room type on one channel, night by night: what it may sell, and what it knows. */
export function DaysSheet({ sync, onClose }: { sync: Schemas['ChannelSync']; onClose: () => void }) {
  const { t } = useTranslation('channel-sync');
  const query = useQuery({ ...syncDaysQuery(sync.id), refetchInterval: 3_000 });
  return (
    <Sheet open onClose={onClose} title={`${sync.hotelCode} · ${sync.roomTypeCode}`} below={sync.connection}>
      <div className="grid gap-4">
        {(sync.lastFailure || sync.rejection) && (
          <Facts className="figures">
            {sync.lastFailure && <Fact name={t('fact.lastFailure')}>{sync.lastFailure}</Fact>}
            {sync.rejection && <Fact name={t('fact.rejection')}>{sync.rejection}</Fact>}
          </Facts>
        )}
        <Async query={query} waiting={<div className="waiting h-96" aria-hidden="true" />}>
          {({ days }) => <Days days={days} />}
        </Async>
      </div>
    </Sheet>
  );
}

function Days({ days }: { days: Day[] }) {
  const { t } = useTranslation('channel-sync');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section aria-label={t('day.nights')} tabIndex={0}>
      <table className="figures w-full">
        <thead className="label text-left">
          <tr className="*:py-1.5 *:pr-2 *:font-medium">
            <th scope="col">{t('day.date')}</th>
            <th scope="col" className="text-right">
              {t('day.offered')}
            </th>
            <th scope="col" className="text-right">
              {t('day.known')}
            </th>
            <th scope="col" className="text-right">
              {t('day.price')}
            </th>
            <th scope="col" className="text-right">
              <span className="sr-only">{t('day.state')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((night) => (
            <tr key={night.date} className="border-t border-line *:py-1.5 *:pr-2">
              <th scope="row" className="text-left font-normal whitespace-nowrap">
                {day(night.date, 'weekday')}
              </th>
              <td className="text-right">{count(night.offered)}</td>
              <td className="text-right">
                {night.acknowledged === undefined ? '–' : count(night.acknowledged)}
              </td>
              <td className="text-right">
                {night.acknowledgedPrice
                  ? money(night.acknowledgedPrice.amountMinor, night.acknowledgedPrice.currency)
                  : '–'}
              </td>
              <td className="text-right">
                <State night={night} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function State({ night }: { night: Day }) {
  const { t } = useTranslation('channel-sync');
  if (night.reported !== undefined)
    return (
      <Badge tone="bad">
        {night.reported < 0 ? t('day.saysNothing') : t('day.says', { rooms: count(night.reported) })}
      </Badge>
    );
  if (night.doubtful) return <Badge tone="warn">{t('day.doubtful')}</Badge>;
  return night.inSync ? null : <Badge tone="brand">{t('day.behind')}</Badge>;
}
