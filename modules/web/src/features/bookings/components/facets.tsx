import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count } from '@/lib/format';
import { TextField } from '@/ui/fields';
import { type BookingFilters, type FacetName, facetNames } from '../api/search';

const folded = 7;
const ranges = [
  ['arrivalFrom', 'arrivalTo'],
  ['bookedFrom', 'bookedTo'],
] as const;

interface FacetsProps {
  filters: BookingFilters;
  facets: Schemas['BookingSearch']['facets'] | undefined;
  onChange: (filters: BookingFilters) => void;
}

/** Every filter with what it would find. Counts ignore a facet's own choice, so another one can be added. */
export function Facets({ filters, facets, onChange }: FacetsProps) {
  const { t } = useTranslation('bookings');
  return (
    <div className="grid gap-5">
      {ranges.map(([from, to]) => (
        <fieldset key={from}>
          <legend className="mb-1.5 text-sm font-semibold">{t(`filter.${from}`)}</legend>
          <div className="grid grid-cols-2 gap-2">
            {[from, to].map((name) => (
              <TextField
                key={name}
                type="date"
                label={t(name === from ? 'filter.from' : 'filter.to')}
                value={filters[name] ?? ''}
                onChange={(event) => onChange({ ...filters, [name]: event.target.value || undefined })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{t('filter.total')}</legend>
        <div className="grid grid-cols-2 gap-2">
          {(['minTotal', 'maxTotal'] as const).map((name) => (
            <AmountField
              key={`${name} ${filters[name] ?? ''}`}
              label={t(name === 'minTotal' ? 'filter.least' : 'filter.most')}
              minor={filters[name]}
              onChange={(minor) => onChange({ ...filters, [name]: minor })}
            />
          ))}
        </div>
      </fieldset>
      {facetNames.map((name) => (
        <Facet
          key={name}
          name={name}
          values={facets?.[name] ?? []}
          chosen={filters[name] ?? []}
          onChange={(chosen) => onChange({ ...filters, [name]: chosen.length ? chosen : undefined })}
        />
      ))}
    </div>
  );
}

interface FacetProps {
  name: FacetName;
  values: Schemas['FacetValue'][];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Facet({ name, values, chosen, onChange }: FacetProps) {
  const { t } = useTranslation('bookings');
  const [unfolded, setUnfolded] = useState(false);
  // What is chosen stays in sight even when nothing of it is left.
  const missing = chosen.filter((value) => !values.some((known) => known.value === value));
  const all = [...missing.map((value) => ({ value, count: 0 })), ...values] as Schemas['FacetValue'][];
  if (all.length === 0) return null;
  const shown = unfolded ? all : all.filter(({ value }, index) => index < folded || chosen.includes(value));
  const label = ({ value, label: given }: Schemas['FacetValue']) =>
    name === 'status' ? t(`status.${value as Schemas['BookingStatus']}`) : (given ?? value);

  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{t(`facet.${name}`)}</legend>
      <ul>
        {shown.map((entry) => (
          <li key={entry.value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-2 px-1 hover:bg-sunken">
              <input
                type="checkbox"
                className="size-4 accent-(--brand)"
                checked={chosen.includes(entry.value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, entry.value]
                      : chosen.filter((value) => value !== entry.value),
                  )
                }
              />
              <span className="min-w-0 truncate">{label(entry)}</span>
              <span className="label figures ml-auto">{count(entry.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {all.length > shown.length || unfolded ? (
        <button
          type="button"
          className="mt-1 h-7 px-1 text-sm font-medium text-brand-text hover:underline"
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t('facet.fewer') : t('facet.more', { count: all.length - shown.length })}
        </button>
      ) : null}
    </fieldset>
  );
}

interface AmountFieldProps {
  label: string;
  minor: number | undefined;
  onChange: (minor: number | undefined) => void;
}

/** An amount in whole units; it counts when the field is left or Enter is pressed. */
function AmountField({ label, minor, onChange }: AmountFieldProps) {
  const commit = (text: string) => {
    const amount = text.trim() === '' ? undefined : Math.round(Number(text) * 100);
    if (amount !== minor && !Number.isNaN(amount)) onChange(amount);
  };
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      inputMode="numeric"
      defaultValue={minor === undefined ? '' : minor / 100}
      onBlur={(event) => commit(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
    />
  );
}
