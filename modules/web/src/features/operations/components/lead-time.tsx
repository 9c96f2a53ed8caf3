import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, percent } from '@/lib/format';
import { Panel } from '@/ui/panel';

type LeadTimeData = Schemas['OperationsOverview']['leadTime'];

/** A histogram that is a list: each bar is an item with its own words, so no chart library and no second table. */
export function LeadTime({ leadTime, className }: { leadTime: LeadTimeData; className?: string }) {
  const { t } = useTranslation('operations');
  const { bins, medianDays } = leadTime;
  const most = Math.max(1, ...bins.map(({ bookings }) => bookings));
  const total = bins.reduce((sum, { bookings }) => sum + bookings, 0);

  return (
    <Panel title={t('lead.title')} hint={t('lead.hint')} {...(className && { className })}>
      {total === 0 ? (
        <p className="px-5 pb-6 text-ink-2">{t('lead.empty')}</p>
      ) : (
        <ol className="flex flex-1 flex-col justify-between gap-1 px-4 pt-1 pb-4 md:px-5">
          {bins.map(({ fromDays, toDays, bookings }) => {
            const range = toDays === undefined ? `${fromDays}+` : `${fromDays}–${toDays}`;
            const holdsMedian =
              medianDays !== undefined &&
              medianDays >= fromDays &&
              medianDays <= (toDays ?? Number.POSITIVE_INFINITY);
            return (
              <li key={fromDays} className="grid grid-cols-[3.25rem_1fr] items-center gap-2">
                <span className="sr-only">
                  {t('lead.bin', { range, count: bookings, share: percent(bookings / total) })}
                </span>
                <span className="label figures text-right" aria-hidden="true">
                  {range}
                </span>
                <span className="flex items-center gap-2" aria-hidden="true">
                  <span
                    className="h-5 rounded-r-1"
                    style={{
                      width: `${(bookings / most) * 66}%`,
                      background: holdsMedian ? 'var(--brand)' : 'var(--seq-4)',
                    }}
                  />
                  <span className="figures text-sm font-medium whitespace-nowrap">
                    {count(bookings)}
                    <span className="label ml-1.5">{percent(bookings / total)}</span>
                    {holdsMedian && (
                      <span className="label ml-2 text-blaze-text">
                        {t('lead.median', { count: medianDays })}
                      </span>
                    )}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
