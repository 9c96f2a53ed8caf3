const dayMillis = 86_400_000;

/** Calendar dates as `yyyy-MM-dd`: no time, no zone, no Date objects outside this file. */
export const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMillis);
/** Monday is 0. */
export const weekday = (date: string) => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
export const isWeekend = (date: string) => weekday(date) === 4 || weekday(date) === 5;
export const datesFrom = (from: string, days: number) =>
  Array.from({ length: days }, (_, index) => addDays(from, index));
export const addMonths = (date: string, months: number) => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};
