import { useTranslation } from 'react-i18next';
import { count, day, decimal } from '@/lib/format';
import { Delta } from '@/ui/delta';
import type { ForecastDay } from '../api/forecast';

const daysShown = 14;

/** The next two weeks in numbers: the books, what a week added to them, and what is expected. */
export function PaceTable({ days }: { days: ForecastDay[] }) {
  const { t } = useTranslation('forecast');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={t('pace.table')} className="overflow-x-auto px-4 pb-3 md:px-5">
      <table className="figures w-full text-right whitespace-nowrap">
        <thead>
          <tr className="label">
            <th className="py-2 text-left font-medium">{t('pace.date')}</th>
            <th className="py-2 pl-4 font-medium">{t('chart.books')}</th>
            <th className="py-2 pl-4 font-medium">{t('pace.gain')}</th>
            <th className="py-2 pl-4 font-medium">{t('chart.expected')}</th>
            <th className="py-2 pl-4 font-medium">{t('chart.eighty')}</th>
          </tr>
        </thead>
        <tbody>
          {days.slice(0, daysShown).map((one) => (
            <tr key={one.date} className="border-t border-line">
              <th scope="row" className="py-1.5 text-left font-medium">
                {day(one.date, 'weekday')}
              </th>
              <td className="py-1.5 pl-4">{count(one.books)}</td>
              <td className="py-1.5 pl-4">
                <Delta value={one.books - one.booksWeekAgo} text={count(one.books - one.booksWeekAgo)} />
              </td>
              <td className="py-1.5 pl-4">{decimal(one.expected)}</td>
              <td className="py-1.5 pl-4">
                {count(Math.ceil(one.lower80))}–{count(Math.floor(one.upper80))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
