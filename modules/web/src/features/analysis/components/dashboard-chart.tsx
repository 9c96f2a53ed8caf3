import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { BarList } from '@/ui/charts/bar-list';
import { columnMark, dottedMark, LegendKey, solidMark } from '@/ui/charts/legend-key';
import { SeriesChart } from '@/ui/charts/series-chart';
import { isPath, movement, read, readShort, rowName, rowTick } from '../reading';

interface DashboardChartProps {
  dashboard: Schemas['Dashboard'];
  measure: Schemas['Measure'];
}

const most = 20;

/** One measure of a dashboard, drawn by what its rows are: time and steps along an axis, categories as a list. */
export function DashboardChart({ dashboard, measure }: DashboardChartProps) {
  const { t } = useTranslation('analysis');
  const currency = dashboard.currency ?? 'EUR';
  const { rows, dimension } = dashboard;

  if (dimension.kind === 'category') {
    const total = rows.reduce((sum, { values }) => sum + (values[measure.key] ?? 0), 0);
    const adds = measure.unit !== 'ratio' && !isPath(measure);
    const entries = rows.slice(0, most).map(({ key, name, values, previous }) => {
      const value = values[measure.key] ?? 0;
      const before = previous?.[measure.key];
      return {
        key,
        name,
        value,
        text: read(measure, values[measure.key], currency),
        previous: before,
        detail: adds && total > 0 ? read({ ...measure, unit: 'ratio' }, value / total, currency) : undefined,
      };
    });
    return (
      <>
        <BarList entries={entries} label={measure.name} />
        {rows.length > most && (
          <p className="label px-5 pb-4">{t('chart.rest', { count: rows.length - most })}</p>
        )}
      </>
    );
  }

  const form = isPath(measure) && dimension.kind === 'time' ? 'path' : 'columns';
  const compared = rows.some(({ previous }) => previous?.[measure.key] !== undefined);
  const containsToday = rows.find(
    ({ from, to }) => from && to && from <= dashboard.today && dashboard.today < to,
  );
  return (
    <>
      <ul className="label flex flex-wrap gap-x-4 gap-y-1 px-4 pb-1 md:px-5">
        <LegendKey mark={form === 'path' ? solidMark : columnMark} name={measure.name} />
        {compared && <LegendKey mark={dottedMark} name={t('chart.previous')} />}
        {containsToday && (
          <LegendKey
            mark={<path d="M8 0v10" className="stroke-blaze" strokeWidth="2" />}
            name={t('chart.today')}
          />
        )}
      </ul>
      <div className="px-2 pb-2 md:px-3">
        <SeriesChart
          label={measure.name}
          hint={t('chart.hint', {
            measure: measure.name,
            total: read(measure, dashboard.totals[measure.key], currency),
            moved:
              movement(measure, dashboard.totals[measure.key], dashboard.previousTotals?.[measure.key])
                ?.text ?? '–',
          })}
          form={form}
          names={{ value: measure.name, previous: t('chart.previous') }}
          now={containsToday?.key}
          read={(value) => read(measure, value, currency)}
          readTick={(value) => readShort(measure, value, currency)}
          points={rows.map((row) => ({
            key: row.key,
            name: rowName(row, dashboard),
            tick: rowTick(row, dashboard),
            value: row.values[measure.key],
            previous: row.previous?.[measure.key],
          }))}
        />
      </div>
    </>
  );
}
