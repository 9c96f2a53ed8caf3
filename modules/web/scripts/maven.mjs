// `build` makes target/web, `check` lints, tests and weighs it. Each is skipped when nothing it reads has changed since
// it last succeeded: the stamp is a hash over all of it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The console is built by Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const out = 'target/web';
const read = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json'];
const configured = ['tsconfig.json', 'vite.config.ts', 'biome.json', '../../docs/openapi.yaml'];

function* filesUnder(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else yield join(path, entry.name);
}
function stampOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths)
    for (const file of /\.\w+$/.test(path) ? [path] : filesUnder(path))
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
const npm = (...args) => execFileSync('npm', args, { stdio: 'inherit' });

/** Does the work unless its stamp says that it was done for exactly these files. */
function once(name, stamp, isThere, work) {
  const file = `target/${name}.stamp`;
  if (isThere() && existsSync(file) && readFileSync(file, 'utf8') === stamp) {
    console.log(`web: ${name} is up to date`);
    return;
  }
  rmSync(file, { force: true });
  work();
  mkdirSync('target', { recursive: true });
  writeFileSync(file, stamp);
}

function install() {
  // Kept beside what it describes, so that neither `mvn clean` nor a removed node_modules misleads it.
  const file = 'node_modules/.waymark-stamp';
  const stamp = stampOf(['package.json', 'package-lock.json']);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(file, stamp);
}

const stamp = stampOf([...read, ...configured]);
const task = process.argv[2];
if (task === 'build')
  once(
    'build',
    stamp,
    () => existsSync(join(out, 'index.html')),
    () => {
      install();
      npm('run', 'build', '--', '--outDir', out, '--emptyOutDir');
    },
  );
else if (task === 'check')
  once(
    'check',
    stamp,
    () => true,
    () => {
      install();
      npm('run', 'lint');
      npm('test');
      npm('run', 'budget', '--', out);
    },
  );
else {
  console.error('maven.mjs build | check');
  process.exit(2);
}
