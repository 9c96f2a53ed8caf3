import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { addDays } from '@/lib/dates';
import { propertiesQuery } from '@/lib/properties';
import { Async } from '@/ui/async';
import { Empty } from '@/ui/empty';
import { ExportButton } from '@/ui/export-button';
import { SelectField, TextField } from '@/ui/fields';
import { FreshnessNote } from '@/ui/freshness';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { PropertySwitch } from '@/ui/property-switch';
import { Segmented } from '@/ui/segmented';
import { dashboardNames, dashboardQuery, exportPath } from './api/dashboards';
import { DashboardChart } from './components/dashboard-chart';
import { DashboardTable } from './components/dashboard-table';
import { TotalsStrip } from './components/totals-strip';

export interface AnalysisSearch {
  property?: string | undefined;
  view?: string | undefined;
  measure?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  bucket?: 'day' | 'week' | 'month' | undefined;
  compare?: 'year' | 'none' | undefined;
}

interface AnalysisPageProps {
  search: AnalysisSearch;
  onChange: (search: AnalysisSearch) => void;
  tab: (view: Schemas['DashboardName'], label: string, current: boolean) => ReactNode;
}

/** Every dashboard in one shape: choose what, over which dates, against last year or not. */
export function AnalysisPage({ search, onChange, tab }: AnalysisPageProps) {
  const { t } = useTranslation('analysis');
  const view = dashboardNames.find((name) => name === search.view) ?? 'pick-up';
  const { property, from, to, bucket } = search;
  const question = {
    property,
    from,
    to,
    bucket,
    compare: search.compare === 'none' ? undefined : ('year' as const),
  };
  const query = useQuery({ ...dashboardQuery(view, question), placeholderData: keepPreviousData });
  const properties = useQuery(propertiesQuery);
  const shown = query.data;

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader
        title={
          <PropertySwitch
            label={t('property')}
            value={property}
            fallback={t('title')}
            all={t('allProperties')}
            options={(properties.data ?? []).map(({ code, name, place }) => ({ code, name, detail: place }))}
            onChange={(code) => onChange({ ...search, property: code || undefined })}
          />
        }
        below={
          shown ? (
            <FreshnessNote freshness={shown.freshness} />
          ) : (
            <span className="label">{t('loading')}</span>
          )
        }
      >
        <ExportButton path={exportPath(view, question)} name={`${view}.csv`} />
      </PageHeader>
      <nav aria-label={t('dashboards')} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
        <ul className="flex gap-1 border-b border-line">
          {dashboardNames.map((name) => (
            <li key={name}>{tab(name, t(`view.${name}`), name === view)}</li>
          ))}
        </ul>
      </nav>
      <Filters search={search} shown={shown} onChange={onChange} />
      <Async query={query} waiting={<Waiting />}>
        {(dashboard) =>
          dashboard.rows.length === 0 ? (
            <section className="rounded-3 border border-line bg-surface">
              <Empty title={t('empty.title')}>{t('empty.hint')}</Empty>
            </section>
          ) : (
            <Figures
              dashboard={dashboard}
              measure={search.measure}
              onMeasure={(measure) => onChange({ ...search, measure })}
            />
          )
        }
      </Async>
    </div>
  );
}

interface FiltersProps {
  search: AnalysisSearch;
  shown: Schemas['Dashboard'] | undefined;
  onChange: (search: AnalysisSearch) => void;
}

function Filters({ search, shown, onChange }: FiltersProps) {
  const { t } = useTranslation('analysis');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <TextField
        label={t('from')}
        type="date"
        value={search.from ?? shown?.from ?? ''}
        onChange={(event) => onChange({ ...search, from: event.target.value || undefined })}
      />
      <TextField
        label={t('to')}
        type="date"
        // People mean the last day itself; the contract means the day after it.
        value={lastDay(search.to ?? shown?.to)}
        onChange={(event) =>
          onChange({ ...search, to: event.target.value ? addDays(event.target.value, 1) : undefined })
        }
      />
      {shown?.bucket && shown.name !== 'revenue' && (
        <SelectField
          label={t('bucket.label')}
          value={shown.bucket}
          options={(['day', 'week', 'month'] as const).map((value) => ({
            value,
            label: t(`bucket.${value}`),
          }))}
          onChange={(value) => onChange({ ...search, bucket: value as 'day' | 'week' | 'month' })}
        />
      )}
      <Segmented
        label={t('compare.label')}
        value={search.compare ?? 'year'}
        options={(['year', 'none'] as const).map((value) => ({ value, label: t(`compare.${value}`) }))}
        onChange={(compare) => onChange({ ...search, compare: compare === 'year' ? undefined : compare })}
      />
    </div>
  );
}
const lastDay = (exclusive: string | undefined) => (exclusive ? addDays(exclusive, -1) : '');

interface FiguresProps {
  dashboard: Schemas['Dashboard'];
  measure: string | undefined;
  onMeasure: (measure: string) => void;
}
const forms = ['showChart', 'showTable'] as const;

function Figures({ dashboard, measure, onMeasure }: FiguresProps) {
  const { t } = useTranslation(['analysis', 'common']);
  const [form, setForm] = useState<(typeof forms)[number]>('showChart');
  const chosen = dashboard.measures.find(({ key }) => key === measure) ?? dashboard.measures[0];
  if (!chosen) return null;
  return (
    <div className="grid gap-4 md:gap-5">
      <TotalsStrip dashboard={dashboard} chosen={chosen.key} onChoose={onMeasure} />
      <Panel
        title={form === 'showChart' ? chosen.name : t(`analysis:view.${dashboard.name}`)}
        {...(form === 'showChart' && { hint: chosen.definition })}
        aside={
          <Segmented
            label={t('analysis:form')}
            value={form}
            options={forms.map((value) => ({ value, label: t(`common:${value}`) }))}
            onChange={setForm}
          />
        }
      >
        {form === 'showChart' ? (
          <DashboardChart dashboard={dashboard} measure={chosen} />
        ) : (
          <DashboardTable dashboard={dashboard} />
        )}
      </Panel>
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-5" aria-hidden="true">
      <div className="waiting h-24" />
      <div className="waiting h-96" />
    </div>
  );
}
