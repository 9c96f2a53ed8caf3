import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Delta } from '@/ui/delta';
import { movement, read } from '../reading';

interface TotalsStripProps {
  dashboard: Schemas['Dashboard'];
  chosen: string;
  onChoose: (measure: string) => void;
}

/** The measures over the whole range, on one rule. Each is the switch that draws it. */
export function TotalsStrip({ dashboard, chosen, onChoose }: TotalsStripProps) {
  const { t } = useTranslation('analysis');
  const { measures, totals, previousTotals, currency = 'EUR' } = dashboard;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own frame in every browser
    <div
      role="group"
      aria-label={t('measures')}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-3 border border-line bg-line sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]"
    >
      {measures.map((measure) => {
        const value = totals[measure.key];
        const moved = movement(measure, value, previousTotals?.[measure.key]);
        return (
          <button
            key={measure.key}
            type="button"
            aria-pressed={measure.key === chosen}
            title={measure.definition}
            onClick={() => onChoose(measure.key)}
            className={clsx(
              'flex flex-col px-4 py-3 text-left max-sm:last:odd:col-span-2 outline-offset-[-3px]! hover:bg-sunken md:px-5',
              measure.key === chosen
                ? 'bg-brand-soft shadow-[inset_0_-2px_0_var(--brand-text)]'
                : 'bg-surface',
            )}
          >
            <span className="text-sm font-semibold">{measure.name}</span>
            <span className="figures mt-1 text-lg font-semibold tracking-[-0.01em]">
              {read(measure, value, currency)}
            </span>
            <span className="flex min-h-5 items-baseline gap-1.5">
              {moved && (
                <>
                  <Delta
                    value={moved.value}
                    text={moved.text}
                    {...(measure.goodWhen && { goodWhen: measure.goodWhen })}
                  />
                  <span className="label">{t('versus')}</span>
                </>
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}
