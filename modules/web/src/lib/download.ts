import { readProblem } from './api-client';
import { currentSession } from './session';

/** Fetches a file with the key in the header (a plain link could not) and hands it to the browser. */
export async function download(path: string, name: string) {
  const { key } = currentSession();
  const response = await globalThis.fetch(new URL(path, window.location.origin), {
    headers: key ? { Authorization: `Bearer ${key}` } : {},
  });
  if (!response.ok) throw await readProblem(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
