import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { change, count, money, percent } from '@/lib/format';
import { Delta } from '@/ui/delta';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';

const colour = (index: number, key: string) => `var(--series-${key === 'rest' ? 'rest' : index + 1})`;
/** From here on a channel's cancellations are worth a look. */
const manyCancelled = 0.3;

interface ChannelMixProps {
  channels: Schemas['ChannelShare'][];
  currency: string;
  className?: string;
}

/** One bar for the whole, one row for each part, in the same order. */
export function ChannelMix({ channels, currency, className }: ChannelMixProps) {
  const { t } = useTranslation('operations');
  return (
    <Panel title={t('channels.title')} hint={t('channels.hint')} {...(className && { className })}>
      {channels.length === 0 ? (
        <Empty title={t('channels.empty')} />
      ) : (
        <>
          <div className="mx-4 mt-1 flex h-3 gap-0.5 overflow-hidden rounded-full md:mx-5" aria-hidden="true">
            {channels.map(({ key, share }, index) => (
              <span key={key} style={{ flexGrow: share * 1000, background: colour(index, key) }} />
            ))}
          </div>
          <table className="figures mt-3 mb-2 w-full text-base">
            <thead className="label text-left">
              <tr className="*:px-2 *:pb-1.5 *:font-medium *:first:pl-4 *:last:pr-4 *:not-first:text-right md:*:first:pl-5 md:*:last:pr-5">
                <th scope="col">{t('channels.channel')}</th>
                <th scope="col">{t('channels.share')}</th>
                <th scope="col" className="max-sm:hidden">
                  {t('channels.change')}
                </th>
                <th scope="col" className="max-md:hidden">
                  {t('channels.nights')}
                </th>
                <th scope="col">{t('channels.adr')}</th>
                <th scope="col">{t('channels.cancelled')}</th>
              </tr>
            </thead>
            <tbody>
              {channels.map((channel, index) => (
                <tr
                  key={channel.key}
                  className="h-(--row) border-t border-line *:px-2 *:first:pl-4 *:last:pr-4 *:not-first:text-right hover:bg-sunken md:*:first:pl-5 md:*:last:pr-5"
                >
                  <th scope="row" className="text-left font-medium">
                    <span
                      className="mr-2 inline-block size-2.5 rounded-1"
                      style={{ background: colour(index, channel.key) }}
                      aria-hidden="true"
                    />
                    {channel.key === 'rest' ? t('channels.rest') : channel.name}
                  </th>
                  <td className="font-medium">{percent(channel.share, 1)}</td>
                  <td className="max-sm:hidden">
                    {channel.shareChange === undefined ? (
                      <span className="text-ink-3">–</span>
                    ) : (
                      <Delta value={channel.shareChange} text={change(channel.shareChange, 'points')} />
                    )}
                  </td>
                  <td className="text-ink-2 max-md:hidden">{count(channel.roomNights)}</td>
                  <td>{channel.adr === undefined ? '–' : money(channel.adr, currency)}</td>
                  <td
                    className={channel.cancellation > manyCancelled ? 'font-medium text-bad' : 'text-ink-2'}
                  >
                    {percent(channel.cancellation, 1)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}
