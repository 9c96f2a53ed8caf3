import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { moment } from '@/lib/format';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { StateBadge } from './state-badge';

type State = Schemas['SystemState'];

/** What checks itself in the warehouse, and how it went. */
export function Quality({ checks }: { checks: State['dataQuality'] }) {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('quality.title')} hint={t('quality.hint')}>
      {checks.length === 0 ? (
        <Empty title={t('quality.empty')} />
      ) : (
        <DataTable
          rows={checks}
          rowKey={({ check }) => check}
          columns={[
            {
              key: 'check',
              name: t('quality.check'),
              cell: ({ check, title, detail }) => (
                <>
                  {title ?? check}
                  {detail && <span className="label block">{detail}</span>}
                </>
              ),
            },
            { key: 'status', name: t('quality.status'), cell: ({ status }) => <StateBadge state={status} /> },
            {
              key: 'checked',
              name: t('quality.checked'),
              wide: true,
              number: true,
              cell: ({ checkedAt }) => (checkedAt ? moment(checkedAt, 'UTC', 'second') : '–'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
