// What a browser loads before the first page is complete, compressed as the server sends it, against our budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = process.argv[2] ?? 'dist';
const budget = 200_000;
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
const pages = Object.values(manifest).filter(({ src }) => src?.startsWith('src/app/routes/'));

function filesOf(chunk, files = new Set()) {
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const name of chunk.imports ?? []) filesOf(manifest[name], files);
  return files;
}
const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
const shell = Object.values(manifest).find(({ src }) => src === 'src/app/console-shell.tsx');
// The face of every page: latin only; other scripts load when they are met.
const font = readdirSync(join(out, 'assets')).find((name) => /^instrument-sans-(?!latin)/.test(name));
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) {
    const bytes = readFileSync(join(out, file));
    sizes.set(file, file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length);
  }
  return sizes.get(file);
};

let over = 0;
for (const page of pages) {
  const files = [...filesOf(entry), ...filesOf(shell), ...filesOf(page), `assets/${font}`, 'index.html'];
  const total = [...new Set(files)].reduce((sum, file) => sum + size(file), 0);
  const name = page.src.replace(/^.*routes\/|\.tsx$/g, '');
  console.log(`${name.padEnd(18)} ${(total / 1000).toFixed(1).padStart(6)} kB of ${budget / 1000}`);
  if (total > budget) over++;
}
if (pages.length === 0 || !font) {
  console.error('The build has no pages or no font: the budget measures nothing.');
  process.exit(1);
}
if (over) console.error(`${over} pages load more than ${budget / 1000} kB before they are complete.`);
process.exit(over ? 1 : 0);
