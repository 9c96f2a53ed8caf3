import { ChevronDown } from 'lucide-react';

interface PropertySwitchProps {
  label: string;
  value: string | undefined;
  options: readonly { code: string; name: string; detail?: string }[];
  onChange: (code: string) => void;
  /** What is shown while nothing is chosen. */
  fallback: string;
  /** Offers all properties together, under this name. */
  all?: string;
}

/** The title of a page that is about one property, and the way to another one: the browser's select lies over the name. */
export function PropertySwitch({ label, value, options, onChange, fallback, all }: PropertySwitchProps) {
  const name = options.find(({ code }) => code === value)?.name ?? (value ? fallback : (all ?? fallback));
  return (
    <div className="flex">
      <div className="relative -mx-1.5 flex min-w-0 items-center gap-1.5 rounded-2 px-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand-text hover:bg-sunken">
        <h1 className="truncate text-xl font-semibold tracking-[-0.02em]">{name}</h1>
        {(options.length > 1 || all) && (
          <>
            <ChevronDown className="size-5 shrink-0 text-ink-2" aria-hidden="true" />
            <select
              aria-label={label}
              value={value ?? ''}
              onChange={(event) => onChange(event.target.value)}
              className="absolute inset-0 cursor-pointer bg-raised text-base opacity-0"
            >
              {all && <option value="">{all}</option>}
              {options.map((option) => (
                <option key={option.code} value={option.code}>
                  {option.detail ? `${option.name}, ${option.detail}` : option.name}
                </option>
              ))}
            </select>
          </>
        )}
      </div>
    </div>
  );
}
