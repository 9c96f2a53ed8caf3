import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, day } from '@/lib/format';
import { Badge, type Tone } from '@/ui/badge';

const tones: Record<Schemas['ForecastNotice']['kind'], Tone> = {
  above: 'bad',
  below: 'bad',
  'sells-out': 'brand',
  'much-free': 'warn',
};

/** Days that came otherwise than forecast, and days worth a decision on price or staff. */
export function Notices({ notices }: { notices: Schemas['ForecastNotice'][] }) {
  const { t } = useTranslation('forecast');
  if (notices.length === 0) return <p className="px-4 pb-4 text-ink-2 md:px-5">{t('notices.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul tabIndex={0} aria-label={t('notices.title')} className="max-h-96 overflow-y-auto px-4 pb-3 md:px-5">
      {notices.map(({ date, kind, rooms, limit }) => (
        <li
          key={`${kind} ${date}`}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2"
        >
          <span className="figures w-24 font-medium">{day(date, 'weekday')}</span>
          <Badge tone={tones[kind]}>{t(`notices.${kind}.name`)}</Badge>
          <span className="text-ink-2">
            {t(`notices.${kind}.text`, { rooms: count(Math.round(rooms)), limit: count(Math.round(limit)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
