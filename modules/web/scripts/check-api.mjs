// Fails when the generated types are not those of docs/openapi.yaml.
import { readFileSync } from 'node:fs';
import openapiTs, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const contract = new URL('../../../docs/openapi.yaml', import.meta.url);
const generated = new URL('../src/lib/api-schema.d.ts', import.meta.url);
const wanted = `${COMMENT_HEADER}${astToString(await openapiTs(contract, { silent: true }))}`;
if (wanted !== readFileSync(generated, 'utf8')) {
  console.error('src/lib/api-schema.d.ts is stale: docs/openapi.yaml has changed. Run: npm run api:generate');
  process.exit(1);
}
console.log('API types are those of docs/openapi.yaml');
