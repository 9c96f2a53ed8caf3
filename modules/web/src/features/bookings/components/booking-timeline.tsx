import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { plainValue } from '@/lib/changes';
import { country, day, moment, money } from '@/lib/format';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Timeline } from '@/ui/timeline';

type Entry = Schemas['HistoryEntry'];
const sad = /cancelled|refused|expired|no-show/;
const shownChanges = 4;
/** What every event changes, or what names the booking itself: nothing to tell. */
const untold = new Set(['/id', '/revision', '/propertyId', '/subject', '/updatedAt', '/bookedAt']);

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
  /** Who set it going: our own processes act for a channel or for a key. */
  const origin = ({ actor, source }: Entry) =>
    actor.startsWith('channel:')
      ? t('source.channel', { name: actor.slice('channel:'.length) })
      : t(`source.${source}`);
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
                {moment(entry.occurredAt, timeZone, 'second')} · {origin(entry)}
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
  const told = entry.changes.filter(({ path }) => !untold.has(path));
  const rest = told.length - shownChanges;
  /** `/departedOn` is "Left on"; what has no name of its own keeps its path. */
  const named = (path: string) => {
    const [first = '', ...deeper] = path.slice(1).split('/');
    return [t(`field.${first}` as 'field.total', { defaultValue: first }), ...deeper].join(' ');
  };
  const value = (path: string, what: unknown): string => {
    if (path === '/status') return t(`status.${what as Schemas['BookingStatus']}`);
    if (path === '/country' && typeof what === 'string') return country(what);
    if (path === '/rooms' && Array.isArray(what)) return what.map(room).join('; ') || '–';
    return plainValue(what, money, timeZone);
  };
  const room = ({ roomTypeCode, roomTypeId, arrival, departure, adults }: Schemas['BookedRoom']) =>
    [
      roomTypeCode ?? roomTypeId,
      `${day(arrival, 'weekday')} – ${day(departure, 'weekday')}`,
      t('room.adults', { count: adults }),
    ].join(', ');
  return (
    <div className="text-sm">
      <ul className="grid gap-0.5">
        {told.slice(0, shownChanges).map((change) => (
          <li key={change.path} className="min-w-0 break-words">
            <span className="text-ink-2">{named(change.path)}</span>{' '}
            {change.before !== undefined && (
              <>
                <del className="text-ink-2">{value(change.path, change.before)}</del> →{' '}
              </>
            )}
            <ins className="font-medium no-underline">{value(change.path, change.after)}</ins>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="label">{t('timeline.more', { count: rest })}</p>}
      <p className="label figures mt-1.5">
        {t('timeline.recorded', { when: moment(entry.recordedAt, timeZone, 'second') })}
      </p>
      <p className="label break-words">{t('timeline.by', { actor: entry.actor.replace(':', ' ') })}</p>
      <p className="label truncate" title={entry.hash}>
        {t('timeline.hash')} <code>{entry.hash.slice(0, 12)}</code>
      </p>
    </div>
  );
}
