export interface BarEntry {
  key: string;
  name: string;
  value: number;
  text: string;
  detail?: string | undefined;
  /** The year before, as a mark on the bar. */
  previous?: number | undefined;
}

/** Categories as a list: each bar is an item with its own words. The upright mark is the year before. */
export function BarList({ entries, label }: { entries: readonly BarEntry[]; label: string }) {
  const most = Math.max(Number.EPSILON, ...entries.flatMap(({ value, previous }) => [value, previous ?? 0]));
  return (
    <ol aria-label={label} className="grid gap-1.5 px-4 pb-4 md:px-5">
      {entries.map(({ key, name, value, text, detail, previous }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(5rem,9rem)_1fr] items-center gap-3 max-sm:grid-cols-[6rem_1fr] max-sm:gap-2"
        >
          <span className="truncate text-right text-sm" title={name}>
            {name}
          </span>
          <span className="flex min-w-0 items-center gap-2">
            <span className="relative h-6 min-w-0 flex-1" aria-hidden="true">
              <span
                className="absolute inset-y-0 left-0 rounded-r-1 bg-(--seq-4)"
                style={{ width: `${(Math.max(0, value) / most) * 100}%` }}
              />
              {previous !== undefined && (
                <span
                  className="absolute inset-y-0 w-0 border-l-2 border-dotted border-ink-2"
                  style={{ left: `${(Math.max(0, previous) / most) * 100}%` }}
                />
              )}
            </span>
            <span className="figures w-28 shrink-0 text-sm font-medium max-sm:w-20">
              {text}
              {detail && <span className="label ml-1.5 max-sm:hidden">{detail}</span>}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
