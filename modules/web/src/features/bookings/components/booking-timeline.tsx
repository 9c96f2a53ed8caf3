import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { plainValue } from '@/lib/changes';
import { moment, money } from '@/lib/format';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Timeline } from '@/ui/timeline';

type Entry = Schemas['HistoryEntry'];
const sad = /cancelled|refused|expired|no-show/;
const shownChanges = 4;

interface BookingTimelineProps {
  entries: Entry[];
  timeZone: string;
  /** The revision in sight. */
  revision: number;
  onRevision: (revision: number) => void;
}

/** The history of the booking: each post is a revision that can be stood at. */
export function BookingTimeline({ entries, timeZone, revision, onRevision }: BookingTimelineProps) {
  const { t } = useTranslation('bookings');
  const newestFirst = [...entries].sort((a, b) => b.revision - a.revision);
  const at = newestFirst.findIndex((entry) => entry.revision === revision);
  const later = newestFirst[at - 1];
  const earlier = newestFirst[at + 1];

  return (
    <Panel
      title={t('timeline.title')}
      hint={t('timeline.count', { count: entries.length })}
      aside={
        <>
          <Button
            size="sm"
            aria-label={t('timeline.earlier')}
            disabled={!earlier}
            onClick={() => earlier && onRevision(earlier.revision)}
          >
            <ChevronDown className="size-4" aria-hidden="true" />
          </Button>
          <Button
            size="sm"
            aria-label={t('timeline.later')}
            disabled={!later}
            onClick={() => later && onRevision(later.revision)}
          >
            <ChevronUp className="size-4" aria-hidden="true" />
          </Button>
        </>
      }
    >
      <div className="px-2 pb-2 md:px-3">
        <Timeline
          label={t('timeline.title')}
          chosen={revision}
          onChoose={onRevision}
          entries={newestFirst.map((entry) => ({
            key: entry.revision,
            title: t(`event.${eventName(entry.type)}` as 'event.confirmed', {
              defaultValue: eventName(entry.type).replaceAll('-', ' '),
            }),
            tone: sad.test(entry.type) ? ('bad' as const) : ('plain' as const),
            when: (
              <>
                {moment(entry.occurredAt, timeZone, 'second')} · {t(`source.${entry.source}`)}
                {entry.reason && ` · ${entry.reason}`}
              </>
            ),
            ...(entry.revision === revision && { detail: <Detail entry={entry} timeZone={timeZone} /> }),
          }))}
        />
      </div>
    </Panel>
  );
}

/** `booking.checked-in.v1` is `checked-in`. */
export const eventName = (type: string) => type.replace(/\.v\d+$/, '').replace(/^.*\./, '');

function Detail({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { t } = useTranslation('bookings');
  const rest = entry.changes.length - shownChanges;
  /** `/departedOn` is "Left on"; what has no name of its own keeps its path. */
  const named = (path: string) => {
    const [first = '', ...deeper] = path.slice(1).split('/');
    return [t(`field.${first}` as 'field.total', { defaultValue: first }), ...deeper].join(' ');
  };
  return (
    <div className="text-sm">
      <ul className="grid gap-0.5">
        {entry.changes.slice(0, shownChanges).map((change) => (
          <li key={change.path} className="min-w-0 break-words">
            <span className="text-ink-2">{named(change.path)}</span>{' '}
            {change.before !== undefined && (
              <>
                <del className="text-ink-2">{plainValue(change.before, money)}</del> →{' '}
              </>
            )}
            <ins className="font-medium no-underline">{plainValue(change.after, money)}</ins>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="label">{t('timeline.more', { count: rest })}</p>}
      <p className="label figures mt-1.5">
        {t('timeline.recorded', { when: moment(entry.recordedAt, timeZone, 'second') })}
      </p>
      <p className="label truncate">
        {t('timeline.by', { actor: entry.actor })} · <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
      </p>
    </div>
  );
}
