import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Lag } from './lag';
import { StateBadge } from './state-badge';

type State = Schemas['SystemState'];

/** The read models and how far each is behind the journal. */
export function Projections({ projections }: { projections: State['projections'] }) {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('projections.title')} hint={t('projections.hint')}>
      {projections.length === 0 ? (
        <Empty title={t('projections.empty')} />
      ) : (
        <DataTable
          rows={projections}
          rowKey={({ name, slices }) => `${name} ${slices ?? ''}`}
          columns={[
            {
              key: 'name',
              name: t('projections.name'),
              cell: ({ name, slices, detail }) => (
                <>
                  {name}
                  {slices && <span className="label ml-1.5">{t('projections.slices', { slices })}</span>}
                  {detail && <span className="label block text-warn">{detail}</span>}
                </>
              ),
            },
            { key: 'state', name: t('projections.state'), cell: ({ state }) => <StateBadge state={state} /> },
            {
              key: 'position',
              name: t('projections.position'),
              wide: true,
              cell: ({ position }) => position ?? '–',
            },
            {
              key: 'lag',
              name: t('lag'),
              number: true,
              cell: ({ lagMillis, lagEvents }) => <Lag millis={lagMillis} events={lagEvents} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
