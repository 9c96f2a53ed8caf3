import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { day, decimal } from '@/lib/format';
import { Button } from '@/ui/button';
import { type BookingFilters, facetNames } from '../api/search';

interface ChosenFiltersProps {
  filters: BookingFilters;
  facets: Schemas['BookingSearch']['facets'] | undefined;
  onChange: (filters: BookingFilters) => void;
}

/** What narrows the result, each with its own way out. */
export function ChosenFilters({ filters, facets, onChange }: ChosenFiltersProps) {
  const { t } = useTranslation('bookings');
  const chips: { key: string; text: string; without: BookingFilters }[] = [];

  for (const name of facetNames)
    for (const value of filters[name] ?? []) {
      const rest = filters[name]?.filter((other) => other !== value) ?? [];
      const given = facets?.[name].find((known) => known.value === value)?.label ?? value;
      chips.push({
        key: `${name} ${value}`,
        text: name === 'status' ? t(`status.${value as Schemas['BookingStatus']}`) : given,
        without: { ...filters, [name]: rest.length ? rest : undefined },
      });
    }
  for (const name of ['arrivalFrom', 'arrivalTo', 'bookedFrom', 'bookedTo'] as const) {
    const date = filters[name];
    if (date)
      chips.push({
        key: name,
        text: t(`chip.${name}`, { date: day(date, 'long') }),
        without: { ...filters, [name]: undefined },
      });
  }
  for (const name of ['minTotal', 'maxTotal'] as const) {
    const minor = filters[name];
    if (minor !== undefined)
      chips.push({
        key: name,
        text: t(`chip.${name}`, { amount: decimal(minor / 100, 2) }),
        without: { ...filters, [name]: undefined },
      });
  }
  if (chips.length === 0) return null;

  return (
    <ul aria-label={t('filter.chosen')} className="flex flex-wrap items-center gap-2">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={t('filter.remove', { filter: text })}
            onClick={() => onChange(without)}
            className="inline-flex h-7.5 items-center gap-1.5 rounded-full border border-brand-line bg-brand-soft pr-2 pl-3 text-sm font-medium text-brand-text hover:border-brand-text"
          >
            {text}
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <Button look="quiet" size="sm" onClick={() => onChange({ q: filters.q, sort: filters.sort })}>
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  );
}
