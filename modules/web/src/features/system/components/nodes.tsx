import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { bytes, moment } from '@/lib/format';
import { DataTable } from '@/ui/data-table';
import { Panel } from '@/ui/panel';
import { StateBadge } from './state-badge';

type State = Schemas['SystemState'];

/** The members of the cluster. */
export function Nodes({ nodes }: { nodes: State['nodes'] }) {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('nodes.title')} hint={t('nodes.hint', { count: nodes.length })}>
      <DataTable
        rows={nodes}
        rowKey={({ name, address }) => name + address}
        columns={[
          {
            key: 'name',
            name: t('nodes.name'),
            cell: ({ name, address, leader }) => (
              <>
                {name}
                {leader && <span className="label ml-1.5">{t('nodes.leader')}</span>}
                <span className="label block">{address}</span>
              </>
            ),
          },
          { key: 'status', name: t('nodes.status'), cell: ({ status }) => <StateBadge state={status} /> },
          {
            key: 'started',
            name: t('nodes.started'),
            wide: true,
            cell: ({ startedAt }) => (startedAt ? moment(startedAt) : '–'),
          },
          {
            key: 'heap',
            name: t('nodes.heap'),
            number: true,
            cell: ({ heapUsedBytes, heapMaxBytes }) =>
              heapUsedBytes === undefined
                ? '–'
                : `${bytes(heapUsedBytes)}${heapMaxBytes ? ` / ${bytes(heapMaxBytes)}` : ''}`,
          },
        ]}
      />
    </Panel>
  );
}
