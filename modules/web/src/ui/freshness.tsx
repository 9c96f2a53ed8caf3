import { useTranslation } from 'react-i18next';
import { duration, moment } from '@/lib/format';

interface FreshnessProps {
  freshness: { asOf: string; lagMillis: number; source: 'search' | 'warehouse' };
  timeZone?: string;
}

/** How fresh an answer is, always in sight; slow is said in words and tone. */
export function FreshnessNote({ freshness, timeZone }: FreshnessProps) {
  const { t } = useTranslation();
  const slow = freshness.lagMillis > 60_000;
  return (
    <p
      className={`label figures ${slow ? 'text-warn' : ''}`}
      title={t('freshness.asOf', { when: moment(freshness.asOf, timeZone, 'second') })}
    >
      {t(slow ? 'freshness.slow' : 'freshness.fresh', {
        source: t(`freshness.${freshness.source}`),
        lag: duration(freshness.lagMillis),
      })}
    </p>
  );
}
