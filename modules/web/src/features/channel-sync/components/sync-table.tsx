import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, moment } from '@/lib/format';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { SyncBadge } from './sync-badge';

interface SyncTableProps {
  syncs: Schemas['ChannelSync'][];
  onOpen: (id: string) => void;
}

/** Every room type on every channel; what needs a look comes first. */
export function SyncTable({ syncs, onOpen }: SyncTableProps) {
  const { t } = useTranslation('channel-sync');
  const order = ['diverged', 'waiting', 'sending', 'behind', 'in-sync'];
  const sorted = [...syncs].sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return (
    <Panel title={t('table.title')} hint={t('table.hint')}>
      {sorted.length === 0 ? (
        <Empty title={t('table.empty')}>{t('table.emptyHint')}</Empty>
      ) : (
        <DataTable
          rows={sorted}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'roomType',
              name: t('table.roomType'),
              cell: ({ id, hotelCode, roomTypeCode, connection }) => (
                <button
                  type="button"
                  className="-my-1 min-h-6 py-1 text-left font-medium text-brand-text hover:underline"
                  onClick={() => onOpen(id)}
                >
                  {hotelCode} · {roomTypeCode}
                  <span className="label block font-normal">{connection}</span>
                </button>
              ),
            },
            { key: 'status', name: t('table.status'), cell: ({ status }) => <SyncBadge status={status} /> },
            {
              key: 'waiting',
              name: t('table.waiting'),
              number: true,
              cell: ({ waitingDates }) => count(waitingDates),
            },
            {
              key: 'messages',
              name: t('table.messages'),
              number: true,
              wide: true,
              cell: ({ messages }) => count(messages),
            },
            {
              key: 'failures',
              name: t('table.failures'),
              number: true,
              wide: true,
              cell: ({ failures }) => count(failures),
            },
            {
              key: 'divergences',
              name: t('table.divergences'),
              number: true,
              wide: true,
              cell: ({ divergences }) => count(divergences),
            },
            {
              key: 'acknowledged',
              name: t('table.acknowledged'),
              wide: true,
              cell: ({ acknowledgedAt, lastFailure }) => (
                <>
                  {acknowledgedAt ? moment(acknowledgedAt, 'UTC', 'second') : '–'}
                  {lastFailure && <span className="label block">{lastFailure}</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
