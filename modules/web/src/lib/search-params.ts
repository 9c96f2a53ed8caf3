/** Addresses that a person can read and edit: `?status=held&status=confirmed`, never JSON. */
export type Search = Record<string, string | string[] | undefined>;

export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [...many(before), value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** What came in the address (text) or from our own links (also numbers), read as several, as one, as one of a list, as a date or as a number. */
export function many(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : [];
}
export const one = (value: unknown) => many(value)[0];
export const oneOf = <T extends string>(value: unknown, options: readonly T[]) =>
  options.find((option) => option === one(value));
export const dateIn = (value: unknown) => {
  const text = one(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};
export const wholeIn = (value: unknown, least: number, most: number) => {
  const number = Number(one(value));
  return one(value) !== undefined && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
};
