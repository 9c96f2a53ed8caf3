import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Async } from '@/ui/async';
import { Empty } from '@/ui/empty';
import { LiveSwitch } from '@/ui/live-switch';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { outboundQuery, syncsQuery } from './api/sync';
import { ConnectionCard } from './components/connection-card';
import { DaysSheet } from './components/days-sheet';
import { ParityPanel } from './components/parity-panel';
import { SyncTable } from './components/sync-table';

const refreshMillis = 3_000;

/** Its form brings a library along that nobody else on this page needs. */
const FaultsSheet = lazy(() =>
  import('./components/faults-sheet').then((module) => ({ default: module.FaultsSheet })),
);

export interface SyncSearch {
  sync?: string | undefined;
  faults?: string | undefined;
}

interface SyncPageProps {
  search: SyncSearch;
  onChange: (search: SyncSearch) => void;
  /** The way to the messages, which are another page. */
  messages: ReactNode;
}

/** Whether every channel knows what it may sell, and for how much; and the switches of those to practise with. */
export function SyncPage({ search, onChange, messages }: SyncPageProps) {
  const { t } = useTranslation('channel-sync');
  const [live, setLive] = useState(true);
  const refetchInterval = live ? refreshMillis : false;
  const connections = useQuery({ ...outboundQuery, refetchInterval });
  const syncs = useQuery({ ...syncsQuery, refetchInterval });
  const items = syncs.data?.items ?? [];
  const opened = items.find(({ id }) => id === search.sync);

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader title={t('title')} below={messages}>
        <LiveSwitch live={live} onToggle={() => setLive(!live)} />
      </PageHeader>
      <Async query={connections} waiting={<div className="waiting h-56" aria-hidden="true" />}>
        {(found) =>
          found.length === 0 ? (
            <Panel title={t('none.title')}>
              <Empty title={t('none.empty')}>{t('none.hint')}</Empty>
            </Panel>
          ) : (
            <div className="grid gap-4 md:grid-cols-2 md:gap-5 xl:grid-cols-3">
              {found.map((connection) => (
                <ConnectionCard
                  key={connection.name}
                  connection={connection}
                  syncs={items.filter((sync) => sync.connection === connection.name)}
                  onFaults={() => onChange({ faults: connection.name })}
                />
              ))}
            </div>
          )
        }
      </Async>
      <Async query={syncs} waiting={<div className="waiting h-72" aria-hidden="true" />}>
        {() => <SyncTable syncs={items} onOpen={(id) => onChange({ sync: id })} />}
      </Async>
      <ParityPanel />
      {opened && <DaysSheet sync={opened} onClose={() => onChange({})} />}
      {search.faults && (
        <Suspense fallback={null}>
          <FaultsSheet connection={search.faults} onClose={() => onChange({})} />
        </Suspense>
      )}
    </div>
  );
}
