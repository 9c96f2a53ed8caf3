import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count } from '@/lib/format';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';

type State = Schemas['SystemState'];

/** Which node holds which part of the entities. */
export function Shards({ shards }: { shards: State['shards'] }) {
  const { t } = useTranslation('system');
  const rows = shards.flatMap(({ entity, regions }) => regions.map((region) => ({ entity, ...region })));
  return (
    <Panel title={t('shards.title')} hint={t('shards.hint')}>
      {rows.length === 0 ? (
        <Empty title={t('shards.empty')} />
      ) : (
        <DataTable
          rows={rows}
          rowKey={({ entity, node }) => `${entity} ${node}`}
          columns={[
            { key: 'entity', name: t('shards.entity'), cell: ({ entity }) => entity },
            {
              key: 'node',
              name: t('shards.node'),
              cell: ({ node }) => <span className="whitespace-nowrap">{node}</span>,
            },
            {
              key: 'shards',
              name: t('shards.count'),
              number: true,
              cell: ({ shards: owned }) => count(owned),
            },
            {
              key: 'entities',
              name: t('shards.entities'),
              number: true,
              cell: ({ entities }) => count(entities),
            },
          ]}
        />
      )}
    </Panel>
  );
}
