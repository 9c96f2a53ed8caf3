import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { addDays, weekday } from '@/lib/dates';
import { day, percent } from '@/lib/format';
import { stepOf } from '@/lib/scale';
import { Panel } from '@/ui/panel';

const steps = [1, 2, 3, 4, 5, 6, 7] as const;

interface NightCalendarProps {
  nights: Schemas['OccupancyDay'][];
  from: string;
  className?: string;
}

/** Weeks down, weekdays across: where the soft nights are. The number is in the cell; colour only helps to find it. */
export function NightCalendar({ nights, from, className }: NightCalendarProps) {
  const { t } = useTranslation('operations');
  const byDate = new Map(nights.map((night) => [night.date, night]));
  const monday = addDays(from, -weekday(from));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => addDays(monday, week * 7 + index)),
  );

  return (
    <Panel
      title={t('calendar.title')}
      hint={t('calendar.hint')}
      {...(className && { className })}
      aside={
        <p className="label flex items-center gap-1.5">
          {t('calendar.low')}
          <span className="flex overflow-hidden rounded-1" aria-hidden="true">
            {steps.map((key) => (
              <span key={key} className="h-2.5 w-3.5" style={{ background: `var(--seq-${key})` }} />
            ))}
          </span>
          {t('calendar.high')}
        </p>
      }
    >
      <div className="px-3 pb-4 md:px-5">
        <table className="figures w-full table-fixed border-separate border-spacing-0.5 text-center text-sm">
          <thead className="label">
            <tr>
              <th scope="col" className="w-13 text-left font-medium">
                <span className="sr-only">{t('calendar.week')}</span>
              </th>
              {weeks[0]?.map((date) => (
                <th key={date} scope="col" className="font-medium">
                  {day(date, 'weekday').slice(0, 2)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                <th scope="row" className="label text-left whitespace-nowrap">
                  {day(week[0] ?? from)}
                </th>
                {week.map((date) => (
                  <Night key={date} date={date} night={byDate.get(date)} now={date === from} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Night({
  date,
  night,
  now,
}: {
  date: string;
  night?: Schemas['OccupancyDay'] | undefined;
  now: boolean;
}) {
  const { t } = useTranslation('operations');
  if (!night?.capacity) return <td className="h-9 text-ink-3">–</td>;
  const tone = stepOf(night.onBooks, [0.2, 1], steps.length);
  return (
    <td
      title={t('calendar.cell', { date: day(date, 'weekday'), value: percent(night.onBooks) })}
      className={clsx('h-9 rounded-1', now && 'font-semibold outline-2 -outline-offset-1 outline-blaze')}
      style={{
        background: `var(--seq-${tone})`,
        color: tone > 4 ? 'var(--on-seq-high)' : 'var(--on-seq-low)',
      }}
    >
      {Math.round(night.onBooks * 100)}
    </td>
  );
}
