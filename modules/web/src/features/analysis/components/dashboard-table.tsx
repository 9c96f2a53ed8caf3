import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Delta } from '@/ui/delta';
import { movement, read, rowName } from '../reading';

/** All measures of a dashboard, row by row, with the change on the year before under each. */
export function DashboardTable({ dashboard }: { dashboard: Schemas['Dashboard'] }) {
  const { t } = useTranslation('analysis');
  const { measures, rows, totals, previousTotals } = dashboard;
  const currency = dashboard.currency ?? 'EUR';
  const cells = (values: Schemas['MeasureValues'], previous: Schemas['MeasureValues'] | undefined) =>
    measures.map((measure) => {
      const moved = movement(measure, values[measure.key], previous?.[measure.key]);
      return (
        <td key={measure.key} className="py-1.5">
          {read(measure, values[measure.key], currency)}
          {moved && (
            <span className="block">
              <Delta
                value={moved.value}
                text={moved.text}
                {...(measure.goodWhen && { goodWhen: measure.goodWhen })}
              />
            </span>
          )}
        </td>
      );
    });
  const row =
    'border-t border-line *:px-3 *:first:pl-5 *:last:pr-5 *:not-first:text-right *:whitespace-nowrap';

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={t('table.label')} tabIndex={0} className="max-h-[34rem] overflow-auto">
      <table className="figures w-full text-base">
        <thead className="label sticky top-0 z-1 bg-surface">
          <tr className={clsx(row, 'border-none *:py-2 *:font-medium')}>
            <th scope="col" className="sticky left-0 bg-surface text-left">
              {dashboard.dimension.name}
            </th>
            {measures.map(({ key, name, definition }) => (
              <th key={key} scope="col" title={definition}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <tr key={entry.key} className={clsx(row, 'h-(--row) hover:bg-sunken')}>
              <th scope="row" className="sticky left-0 bg-surface text-left font-medium">
                {rowName(entry, dashboard)}
              </th>
              {cells(entry.values, entry.previous)}
            </tr>
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 bg-sunken font-medium">
          <tr className={row}>
            <th scope="row" className="sticky left-0 bg-sunken text-left font-semibold">
              {t('table.total')}
            </th>
            {cells(totals, previousTotals)}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
