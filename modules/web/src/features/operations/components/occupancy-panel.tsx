import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, day, percent } from '@/lib/format';
import { dottedMark, LegendKey, solidMark } from '@/ui/charts/legend-key';
import { Panel } from '@/ui/panel';
import { Segmented } from '@/ui/segmented';
import { OccupancyChart } from './occupancy-chart';

const views = ['showChart', 'showTable'] as const;

interface OccupancyPanelProps {
  overview: Schemas['OperationsOverview'];
  ahead: number;
  className?: string;
}

export function OccupancyPanel({ overview, ahead, className }: OccupancyPanelProps) {
  const { t } = useTranslation(['operations', 'common']);
  const [view, setView] = useState<(typeof views)[number]>('showChart');
  const now = overview.occupancy.findIndex(({ date }) => date === overview.date);
  const nights = overview.occupancy.slice(
    Math.max(0, now - Math.max(14, Math.round(ahead / 3))),
    now + ahead,
  );

  return (
    <Panel
      title={t('occupancy.title')}
      {...(className && { className })}
      aside={
        <Segmented
          label={t('occupancy.view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`common:${value}`) }))}
          onChange={setView}
        />
      }
    >
      <ul className="label flex flex-wrap gap-x-4 gap-y-1 px-4 pb-2 md:px-5">
        <LegendKey mark={solidMark} name={t('occupancy.sold')} />
        <LegendKey
          mark={
            <>
              <rect y="3" width="16" height="7" className="fill-(--seq-2)" />
              <path d="M0 3h16" className="stroke-brand-text" strokeWidth="1.5" />
            </>
          }
          name={t(overview.date < overview.today ? 'occupancy.onBooksThen' : 'occupancy.onBooks')}
        />
        <LegendKey mark={dottedMark} name={t('occupancy.lastYear')} />
      </ul>
      <div className="flex min-h-67 flex-1 flex-col px-2 pb-2 md:px-3">
        {view === 'showChart' ? (
          <OccupancyChart nights={nights} from={overview.date} isToday={overview.date === overview.today} />
        ) : (
          <NightTable nights={nights} />
        )}
      </div>
    </Panel>
  );
}

function NightTable({ nights }: { nights: Schemas['OccupancyDay'][] }) {
  const { t } = useTranslation('operations');
  const share = (value: number | undefined) => (value === undefined ? '–' : percent(value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={t('occupancy.title')} tabIndex={0} className="h-67 flex-auto overflow-y-auto">
      <table className="figures w-full text-sm">
        <thead className="label sticky top-0 bg-surface text-left">
          <tr className="*:px-2 *:py-1.5 *:font-medium *:not-first:text-right">
            <th scope="col">{t('occupancy.night')}</th>
            <th scope="col">{t('occupancy.onBooks')}</th>
            <th scope="col" className="max-sm:hidden">
              {t('occupancy.roomsSold')}
            </th>
            <th scope="col">{t('occupancy.actual')}</th>
            <th scope="col">{t('occupancy.lastYear')}</th>
          </tr>
        </thead>
        <tbody>
          {nights.map(({ date, onBooks, sold, capacity, actual, lastYear }) => (
            <tr key={date} className="h-(--row) border-t border-line *:px-2 *:not-first:text-right">
              <th scope="row" className="text-left font-medium">
                {day(date, 'weekday')}
              </th>
              <td>{capacity === 0 ? '–' : percent(onBooks)}</td>
              <td className="max-sm:hidden">
                {t('occupancy.of', { sold: count(sold), capacity: count(capacity) })}
              </td>
              <td>{share(actual)}</td>
              <td className="text-ink-2">{share(lastYear)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
