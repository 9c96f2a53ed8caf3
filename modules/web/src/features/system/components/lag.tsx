import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { count, duration } from '@/lib/format';

const slow = 2_000;

/** How far something is behind the journal, in time and events. */
export function Lag({ millis, events }: { millis: number | undefined; events: number | undefined }) {
  const { t } = useTranslation('system');
  if (millis === undefined) return <>–</>;
  return (
    <span className={clsx(millis > slow && 'font-medium text-warn')}>
      {duration(millis)}
      {events !== undefined && events > 0 && (
        <span className="label block">{t('events', { count: events, number: count(events) })}</span>
      )}
    </span>
  );
}
