import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count } from '@/lib/format';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/fields';
import type { MessageFilters } from '../api/channels';

const outcomes = ['success', 'advisory', 'warning', 'error', 'refused'] as const;

interface MessageFiltersBarProps {
  filters: MessageFilters;
  facets: Schemas['ChannelMessageSearch']['facets'] | undefined;
  onChange: (filters: MessageFilters) => void;
}

export function MessageFiltersBar({ filters, facets, onChange }: MessageFiltersBarProps) {
  const { t } = useTranslation('channels');
  const [words, setWords] = useState(filters.q ?? '');
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filters, q: words.trim() || undefined });
  };
  const found = (value: string) => facets?.outcome.find((entry) => entry.value === value)?.count ?? 0;
  const toggle = (value: (typeof outcomes)[number]) => {
    const chosen = filters.outcome ?? [];
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    onChange({ ...filters, outcome: next.length ? next : undefined });
  };

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <search className="min-w-0 flex-1 basis-64">
          <form onSubmit={search} className="flex gap-2">
            <span className="relative block min-w-0 flex-1">
              <Search
                className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-2"
                aria-hidden="true"
              />
              <input
                type="search"
                aria-label={t('search.label')}
                placeholder={t('search.placeholder')}
                maxLength={200}
                value={words}
                onChange={(event) => setWords(event.target.value)}
                className="h-9 w-full rounded-2 border border-line-strong bg-surface pr-2.5 pl-9 text-base placeholder:text-ink-3"
              />
            </span>
            <Button type="submit">{t('search.do')}</Button>
          </form>
        </search>
        {(['action', 'connection'] as const).map((name) => (
          <SelectField
            key={name}
            label={t(`filter.${name}`)}
            value={filters[name]?.[0] ?? ''}
            options={[
              { value: '', label: t('filter.any') },
              ...(facets?.[name] ?? [])
                .filter(({ value }) => value !== '')
                .map(({ value, count: hits }) => ({
                  value,
                  label: `${short(value)} (${count(hits)})`,
                })),
            ]}
            onChange={(value) => onChange({ ...filters, [name]: value ? [value] : undefined })}
          />
        ))}
      </div>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('filter.outcome')}</legend>
        {outcomes.map((value) => (
          <label
            key={value}
            className="inline-flex h-8 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-3 text-sm font-medium text-ink-2 hover:text-ink has-checked:border-brand-text has-checked:bg-brand-soft has-checked:text-brand-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand-text"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={filters.outcome?.includes(value) ?? false}
              onChange={() => toggle(value)}
            />
            {t(`outcome.${value}`)}
            <span className="figures text-xs">{count(found(value))}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** `OTA_HotelResNotif:GuestRequests` is known to people as `GuestRequests`. */
export const short = (action: string) => action.split(':').at(-1) ?? action;
