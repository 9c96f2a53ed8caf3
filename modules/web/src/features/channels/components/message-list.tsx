import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { duration, moment } from '@/lib/format';
import { Highlighted } from '@/ui/highlighted';
import { short } from './message-filters';
import { OutcomeBadge } from './outcome-badge';

type Hit = Schemas['ChannelMessageHit'];

interface MessageListProps {
  hits: Hit[];
  onOpen: (id: string) => void;
}

function Reason({ hit }: { hit: Hit }): ReactNode {
  const fragment = hit.highlights.reason?.[0];
  return fragment ? <Highlighted fragment={fragment} /> : (hit.reason ?? '');
}

/** A table from tablet size, a list on a phone. The first cell opens the message. */
export function MessageList({ hits, onOpen }: MessageListProps) {
  const { t } = useTranslation('channels');
  const open = (hit: Hit, className: string) => (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => onOpen(hit.id)}
      className={`text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-current ${className}`}
    >
      {short(hit.action) || t('unnamed')}
    </button>
  );
  return (
    <>
      <table className="figures w-full text-base max-md:hidden">
        <thead className="label text-left">
          <tr className="*:px-2 *:py-2 *:font-medium *:first:pl-5 *:last:pr-5">
            <th scope="col">{t('column.action')}</th>
            <th scope="col">{t('column.outcome')}</th>
            <th scope="col">{t('column.received')}</th>
            <th scope="col">{t('column.remote')}</th>
            <th scope="col" className="max-lg:hidden">
              {t('column.connection')}
            </th>
            <th scope="col" className="max-lg:hidden">
              {t('column.reason')}
            </th>
            <th scope="col" className="text-right">
              {t('column.took')}
            </th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr
              key={hit.id}
              className="h-10 border-t border-line *:px-2 *:py-1.5 *:first:pl-5 *:last:pr-5 hover:bg-sunken"
            >
              <th scope="row" className="text-left font-medium whitespace-nowrap">
                {open(hit, '')}
              </th>
              <td>
                <OutcomeBadge outcome={hit.outcome} />
              </td>
              <td className="whitespace-nowrap text-ink-2">{moment(hit.receivedAt, 'UTC', 'second')}</td>
              <td className="max-w-40 truncate">{remote(hit)}</td>
              <td className="text-ink-2 max-lg:hidden">{hit.connection}</td>
              <td className="max-w-80 truncate text-ink-2 max-lg:hidden">
                <Reason hit={hit} />
              </td>
              <td className="text-right whitespace-nowrap text-ink-2">
                {hit.durationMicros === undefined ? '–' : duration(hit.durationMicros / 1000)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="md:hidden">
        {hits.map((hit) => (
          <li
            key={hit.id}
            className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line px-4 py-2.5"
          >
            {open(hit, 'min-h-6 min-w-0 truncate')}
            <OutcomeBadge outcome={hit.outcome} />
            <span className="figures min-w-0 truncate text-ink-2">
              {moment(hit.receivedAt)} · {remote(hit)}
            </span>
            {hit.reason && (
              <span className="col-span-2 text-sm text-ink-2">
                <Reason hit={hit} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );

  function remote({ remoteIds = [], hotelCode }: Hit) {
    if (remoteIds.length === 0) return hotelCode ?? '–';
    return remoteIds.length === 1 ? remoteIds[0] : t('remoteCount', { count: remoteIds.length });
  }
}
