import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { change, count, money, percent } from '@/lib/format';
import { Sparkline } from '@/ui/charts/sparkline';
import { Delta } from '@/ui/delta';

type Metric = Schemas['Metric'];

function read({ unit, value }: Metric, currency: string) {
  if (value === undefined) return '–';
  if (unit === 'money') return money(value, currency);
  return unit === 'ratio' ? percent(value, 1) : count(value);
}

/** The five numbers as one strip: neighbours on a rule, not five boxes. */
export function MetricStrip({ metrics, currency }: { metrics: Metric[]; currency: string }) {
  const { t } = useTranslation('operations');
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-3 border border-line bg-line md:grid-cols-3 xl:grid-cols-5">
      {metrics.map((metric) => (
        <div
          key={metric.key}
          title={metric.definition}
          className="flex flex-col bg-surface px-4 pt-3 pb-3 first:max-md:col-span-2 md:px-5 md:max-xl:first:col-span-2"
        >
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-sm font-semibold">{t(`metric.${metric.key}`)}</span>
            <span className="label">{t(`metricHint.${metric.key}`)}</span>
          </dt>
          <dd className="mt-1.5 flex flex-1 flex-col">
            <span className="figure-lg">{read(metric, currency)}</span>
            <span className="mt-0.5 flex flex-wrap items-baseline gap-x-1.5">
              {metric.change === undefined ? (
                <span className="label">{t('noComparison')}</span>
              ) : (
                <>
                  <Delta
                    value={metric.change}
                    text={change(metric.change, metric.changeUnit)}
                    goodWhen={metric.goodWhen}
                  />
                  <span className="label">{t('versus')}</span>
                </>
              )}
            </span>
            <div className="mt-auto pt-2.5">
              <Sparkline values={metric.trend} />
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}
